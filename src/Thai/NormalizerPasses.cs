using System.Buffers;
using System.Text;

namespace KhokNongNa.Thai;

/// <summary>
/// Clean, compose, order the clusters, compose again. The last step only puts foreign marks back where NFC wants them
/// among the Thai ones; with it the result is a fixed point.
/// </summary>
internal static class NormalizerPasses
{
    // NFC of one character takes at most three chars (Unicode FAQ, normalisation expansion factors for UTF-16).
    private const int MostCharsPerChar = 3;

    internal static string Run(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var length = CharacterCleaner.Clean(text, buffer);
            length = Compose(ref buffer, length);
            length = ClusterOrder.Arrange(buffer.AsSpan(0, length));
            length = Compose(ref buffer, length);

            var result = buffer.AsSpan(0, length);
            return result.SequenceEqual(text) ? text : new string(result);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int Compose(ref char[] buffer, int length)
    {
        var text = buffer.AsSpan(0, length);
        if (text.IsNormalized(NormalizationForm.FormC))
        {
            return length;
        }

        var composed = ArrayPool<char>.Shared.Rent(length * MostCharsPerChar);
        if (!text.TryNormalize(composed, out var written, NormalizationForm.FormC))
        {
            ArrayPool<char>.Shared.Return(composed);
            throw new InvalidOperationException("Composed text outgrew its buffer.");
        }

        ArrayPool<char>.Shared.Return(buffer);
        buffer = composed;
        return written;
    }
}
