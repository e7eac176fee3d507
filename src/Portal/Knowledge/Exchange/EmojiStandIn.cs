using YamlDotNet.RepresentationModel;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>
/// The emitter writes characters beyond U+FFFF as <c>\U0001F600</c>, which nobody can read and which parts joined emoji. While it is
/// at work, private characters stand for the halves of such a character.
/// </summary>
internal readonly struct EmojiStandIn
{
    private const int FromSurrogates = 0xE000 - 0xD800;

    private readonly bool _isFree;

    private EmojiStandIn(bool isFree) => _isFree = isFree;

    /// <summary>Stands in only where the private characters are not used by a text itself.</summary>
    public static EmojiStandIn For(YamlNode root) => new(!root.AllNodes.OfType<YamlScalarNode>().Any(n => (n.Value ?? "").Any(IsStandIn)));

    public string Hide(string text) => _isFree ? string.Concat(text.Select(c => char.IsSurrogate(c) ? (char)(c + FromSurrogates) : c)) : text;

    public string Restore(string text) => _isFree ? string.Concat(text.Select(c => IsStandIn(c) ? (char)(c - FromSurrogates) : c)) : text;

    private static bool IsStandIn(char c) => c is >= '\uE000' and <= '\uE7FF';
}
