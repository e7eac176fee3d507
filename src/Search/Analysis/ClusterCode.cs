namespace KhokNongNa.Search.Analysis;

/// <summary>
/// A character cluster as one number. What a Thai cluster is made of lies in fixed bits, so that two can be compared
/// without their letters; anything else is a hash.
/// </summary>
internal static class ClusterCode
{
    /// <summary>Between title, names and text: no cluster has it.</summary>
    public const int Gap = 0;

    private const int Hashed = 1 << 30;
    private const int ConsonantBits = 0xFF;

    // The vowel in front, the consonant, what stands above or below it, the tone, the vowel behind.
    private static readonly int[] Fields = [7 << 8, ConsonantBits, 15 << 11, 7 << 15, 7 << 18, 7 << 21];

    public static int Of(ReadOnlySpan<char> cluster)
    {
        var code = 0;
        foreach (var c in cluster)
        {
            var part = c switch
            {
                >= 'ก' and <= 'ฮ' when (code & ConsonantBits) == 0 => c - 'ก' + 1,
                >= 'เ' and <= 'ไ' when code == 0 => (c - 'เ' + 1) << 8,
                >= 'ั' and <= 'ฺ' when ((code >> 11) & 15) == 0 && c is not ('า' or 'ำ') => (c - 'ั' + 1) << 11,
                '็' or '์' or 'ํ' or '๎' when ((code >> 15) & 7) == 0 => (c switch { '็' => 1, '์' => 2, 'ํ' => 3, _ => 4 }) << 15,
                >= '่' and <= '๋' when ((code >> 18) & 7) == 0 => (c - '่' + 1) << 18,
                'ะ' or 'า' or 'ำ' or 'ๅ' when ((code >> 21) & 7) == 0 => (c switch { 'ะ' => 1, 'า' => 2, 'ำ' => 3, _ => 4 }) << 21,
                _ => 0,
            };
            if (part == 0)
            {
                return Hash(cluster);
            }

            code |= part;
        }

        return code;
    }

    /// <summary>The letters and marks of a cluster in the order in which they are typed; what is no Thai cluster is one.</summary>
    public static IEnumerable<int> Parts(int code) =>
        (code & Hashed) != 0 || code == Gap ? [code] : Fields.Select(field => code & field).Where(part => part != 0);

    /// <summary>1 when equal, 0 when a slip of one finger does not make one of the other.</summary>
    public static float Likeness(int one, int other)
    {
        if (one == other)
        {
            return 1;
        }

        if (((one | other) & Hashed) != 0 || one == Gap || other == Gap)
        {
            return 0;
        }

        var changed = one ^ other;
        var parts = Changed(changed, 8, 7) + Changed(changed, 11, 15) + Changed(changed, 15, 7) + Changed(changed, 18, 7) + Changed(changed, 21, 7);
        if ((changed & ConsonantBits) == 0)
        {
            return (one & ConsonantBits) == 0 ? 0 : parts == 1 ? .6f : .3f;
        }

        // Another consonant under the same vowel and tone: only where there is more than the consonant to go by.
        return parts != 0 || (one & ~ConsonantBits) == 0 ? 0 : AlikeConsonants(one & ConsonantBits, other & ConsonantBits) ? .6f : .3f;
    }

    private static bool AlikeConsonants(int one, int other) => Sounds.Consonant((char)(one + 'ก' - 1)) == Sounds.Consonant((char)(other + 'ก' - 1));

    private static int Changed(int bits, int shift, int mask) => ((bits >> shift) & mask) != 0 ? 1 : 0;

    private static int Hash(ReadOnlySpan<char> cluster)
    {
        var hash = 2166136261u;
        foreach (var c in cluster)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)(hash & 0x3FFFFFFF) | Hashed;
    }
}
