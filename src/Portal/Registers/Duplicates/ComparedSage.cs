using KhokNongNa.Portal.Network;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers.Duplicates;

/// <summary>A sage made ready to be compared with many.</summary>
internal sealed class ComparedSage(Guid id, string area, string name, IEnumerable<string> otherNames)
{
    // Two names, of which one is only what people call somebody, say a little less.
    private const double Called = .95;
    private const double Enough = .8;

    // Somebody with another family name, as after a wedding, who answers the same telephone.
    private const double EnoughWithPhone = .4;

    private readonly ComparableName _name = ComparableName.Of(name);
    private readonly ComparableName[] _others = [.. otherNames.Select(ComparableName.Of)];
    private readonly string _plain = PersonName(name);

    public Guid Id => id;

    public string Area => area;

    public static ComparedSage Of(Sage sage) => new(sage.Id, sage.AreaCode, sage.Name, sage.OtherNames);

    /// <summary>What people call somebody, as a name; nothing when they call them nothing else.</summary>
    public static IEnumerable<string> CalledBy(SageProfile profile) =>
        profile.Nickname.Length == 0 ? [] : [$"{profile.Nickname} {profile.FamilyName}".Trim()];

    public IReadOnlySet<string> Blocks()
    {
        var blocks = _name.Blocks().ToHashSet(StringComparer.Ordinal);
        foreach (var other in _others)
        {
            blocks.UnionWith(other.Blocks());
        }

        return blocks;
    }

    /// <summary>How likely both are one person, with the reasons in words; <c>null</c> when that need not be asked.</summary>
    public Resemblance? To(ComparedSage other, bool samePhone = false)
    {
        var byName = _name.Likeness(other._name);
        var called = Math.Max(Most(_others, other._name), Most(other._others, _name)) * Called;
        var likeness = Math.Max(byName, called);
        var nearness = Nearness(area, other.Area);
        if (likeness < (samePhone ? EnoughWithPhone : Enough) || (nearness == 0 && likeness < 1 && !samePhone))
        {
            return null;
        }

        var name = called > byName ? "ชื่อที่คนเรียกตรงกับชื่ออีกรายการ"
            : _plain == other._plain ? "ชื่อเหมือนกัน"
            : byName >= 1 ? "ชื่อเหมือนกัน ต่างวรรณยุกต์หรือการเว้นวรรค"
            : byName >= Called ? "ชื่อออกเสียงเหมือนกัน"
            : byName >= Enough ? "ชื่อคล้ายกัน"
            : "ชื่อคล้ายกันบางส่วน";
        string[] place = nearness switch { 3 => ["ตำบลเดียวกัน"], 2 => ["อำเภอเดียวกัน"], 1 => ["จังหวัดเดียวกัน"], _ => [] };
        return new(likeness + (nearness * .1) + (samePhone ? .3 : 0), [name, .. place, .. samePhone ? ["เบอร์เดียวกัน"] : Array.Empty<string>()]);
    }

    private static double Most(ComparableName[] names, ComparableName with) => names.Length == 0 ? 0 : names.Max(n => n.Likeness(with));

    private static int Nearness(string a, string b) =>
        a.Length == 6 && a == b ? 3 : Share(a, b, 4) ? 2 : Share(a, b, 2) ? 1 : 0;

    private static bool Share(string a, string b, int length) => a.Length >= length && b.Length >= length && a.AsSpan(0, length).SequenceEqual(b.AsSpan(0, length));

    private static string PersonName(string name) => ThaiText.Normalize(ThaiName.Parse(name).Plain);
}

/// <summary>Why two records may be one person.</summary>
/// <param name="Score">Orders likely ones before others.</param>
/// <param name="Why">In words, the name first.</param>
public sealed record Resemblance(double Score, IReadOnlyList<string> Why);
