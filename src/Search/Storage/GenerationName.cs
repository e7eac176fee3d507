using System.Globalization;
using System.Text.RegularExpressions;

namespace KhokNongNa.Search.Storage;

/// <summary>Name of one generation's folder: <c>v{version of analysis and fields}-{running number}</c>.</summary>
internal readonly partial record struct GenerationName(int Version, int Number)
{
    public static GenerationName? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new GenerationName(ToInt(match.Groups[1]), ToInt(match.Groups[2]))
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"v{Version}-{Number}");

    private static int ToInt(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^v([0-9]{1,8})-([0-9]{1,8})$")]
    private static partial Regex Pattern();
}
