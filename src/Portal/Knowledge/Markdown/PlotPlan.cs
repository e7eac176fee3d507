using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>A plot in parts, each with its share, as the block <c>::: plan</c> says it. Its address holds all that its drawing shows, and nothing else can be drawn.</summary>
public sealed partial record PlotPlan(IReadOnlyList<PlanPart> Parts)
{
    /// <summary>Below it lie the drawings.</summary>
    public const string Folder = "/plans/";

    public const int Width = 640;

    public const int Height = 412;

    public const int MostParts = 12;

    private const int NameLength = 40;

    // Of twelve parts with the longest names; a line of a list that is longer is a sentence.
    private const int AddressLength = 700;
    private const int LineLength = 80;

    /// <summary>What the drawing says in words.</summary>
    public string Words => string.Join(' ', Parts.Select(p => $"{p.Name} {p.Size}"));

    /// <summary>Where the drawing is: <c>/plans/โคก:10,หนอง:30.svg</c>, in Thai letters like every address of the portal.</summary>
    public string Url => $"{Folder}{Address.Replace("%", "%25", StringComparison.Ordinal)}.svg";

    private string Address => string.Join(',', Parts.Select(p => $"{p.Name.Replace(' ', '_')}:{p.Number}{p.Unit}"));

    /// <summary>Lines such as «หนอง 30», «นา ๕ ไร่», «บ้าน: 10%»; <c>null</c> when one of them is no part, or they cannot be compared.</summary>
    public static PlotPlan? Read(IReadOnlyList<string> lines) => lines.Count > MostParts ? null : Of([.. lines.Select(ReadLine)]);

    /// <summary>What an address stands for; <c>null</c> for any that this portal would not have written itself.</summary>
    /// <param name="address">Its last part without the ending, as text.</param>
    public static PlotPlan? FromAddress(string address)
    {
        if (address.Length > AddressLength || address.Count(c => c == ',') >= MostParts)
        {
            return null;
        }

        var plan = Of([.. address.Split(',').Select(p => p.Split(':')).Select(p => p is [var name, var size] ? Part(name.Replace('_', ' '), Size().Match(size)) : null)]);
        return plan?.Address == address ? plan : null;
    }

    private static PlotPlan? Of(IReadOnlyList<PlanPart?> parts)
    {
        List<PlanPart> known = [.. parts.OfType<PlanPart>()];
        // ไร่ and งาน can be set beside each other, ไร่ and parts of a hundred cannot.
        return known.Count == parts.Count && known.Count > 0 && (known.All(p => p.IsLand) || known.All(p => p.Unit == known[0].Unit)) ? new(known) : null;
    }

    private static PlanPart? ReadLine(string line)
    {
        if (line.Length > LineLength)
        {
            return null;
        }

        var match = Line().Match(ThaiDigits.ToArabic(ThaiText.Normalize(line)).Trim());
        return match.Success ? Part(match.Groups["name"].Value, match) : null;
    }

    private static PlanPart? Part(string typed, Match size)
    {
        // What an address or a drawing has another use for is left out of the name; the list beside the drawing says it as it was typed.
        var name = string.Join(' ', Strange().Replace(ThaiText.Normalize(typed), " ").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('-', ' ');
        return size.Success
            && name.Length <= NameLength
            && ThaiText.HasLetterOrDigit(name)
            && ThaiDigits.TryParseDecimal(size.Groups["share"].Value, out var share)
            && share > 0
            ? new(name, share, size.Groups["unit"].Value)
            : null;
    }

    // A number that follows a sign, a point or a stroke is not the number that was meant.
    [GeneratedRegex(@"^(?<name>.+?)[ :=]*(?<![-−.,/0-9])(?<share>[0-9]{1,6}(?:\.[0-9]{1,2})?) ?(?<unit>%|ส่วน|ไร่|งาน|ตารางวา)?$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<share>[0-9]{1,6}(?:\.[0-9]{1,2})?)(?<unit>%|ส่วน|ไร่|งาน|ตารางวา)?\z")]
    private static partial Regex Size();

    [GeneratedRegex(@"[^\p{L}\p{M}0-9().-]")]
    private static partial Regex Strange();
}
