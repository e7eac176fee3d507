namespace KhokNongNa.Thai;

/// <summary>
/// A name made ready to be compared with many: its parts as keys and as sounds. Where a word of the village is glued to it (แม่น้อย)
/// it is read both with and without that word.
/// </summary>
public sealed class ComparableName
{
    // A name that is like another only when something is taken away or turned round is a little less like it.
    private const double Doubt = .95;
    private const double FamilyUnknown = .85;

    private readonly Reading[] _readings;

    private ComparableName(Reading[] readings) => _readings = readings;

    /// <summary>What two spellings share whose names are the same but for titles, tone marks and blanks.</summary>
    public string MatchKey => _readings[0].Key;

    public static ComparableName Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parsed = PersonName.Parse(name);
        var (given, family) = (parsed.Given, parsed.Family);
        var soft = parsed.Prefix.Length == 0 ? NameTitles.SoftEnd(given) : 0;
        return new(soft > 0 ? [Reading.Of(given, family), Reading.Of(given[soft..], family)] : [Reading.Of(given, family)]);
    }

    /// <summary>0 → nothing alike, 1 → the same key. From .8 on a person should look whether it is the same one.</summary>
    public double Likeness(ComparableName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var most = 0.0;
        for (var i = 0; i < _readings.Length; i++)
        {
            for (var j = 0; j < other._readings.Length; j++)
            {
                most = Math.Max(most, (i + j == 0 ? 1 : Doubt) * Likeness(_readings[i], other._readings[j]));
            }
        }

        return most;
    }

    /// <summary>Short keys for finding candidates: two names whose likeness is .8 or more share at least one.</summary>
    public IReadOnlyCollection<string> Blocks()
    {
        var blocks = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reading in _readings)
        {
            reading.AddBlocks(blocks);
        }

        return blocks;
    }

    private static double Likeness(Reading a, Reading b)
    {
        if (a.Key.Length == 0 || b.Key.Length == 0)
        {
            return 0;
        }

        if (a.Key == b.Key)
        {
            return 1;
        }

        var given = a.Given.Likeness(b.Given);
        if (a.Family is null || b.Family is null)
        {
            // «สมชายใจดี», written in one, has its family name in it.
            var whole = a.Family is null == b.Family is null ? 0 : a.Whole == b.Whole ? Doubt : 0;
            return Math.Max(whole, a.Family is null && b.Family is null ? given : given * FamilyUnknown);
        }

        var straight = Both(given, a.Family.Likeness(b.Family));
        var turned = Doubt * Both(a.Given.Likeness(b.Family), a.Family.Likeness(b.Given));
        return Math.Max(straight, turned);
    }

    // Two people of one family, or two of one given name, are two people: the part that differs more counts more.
    private static double Both(double given, double family) => (.6 * Math.Min(given, family)) + (.4 * Math.Max(given, family));

    private sealed record Reading(string Key, string Whole, NamePart Given, NamePart? Family)
    {
        internal static Reading Of(string given, string family) => new(
            ThaiName.Key(given + family),
            NameSounds.Of(given + family),
            NamePart.Of(given),
            ThaiName.Key(family).Length > 0 ? NamePart.Of(family) : null);

        internal void AddBlocks(SortedSet<string> blocks)
        {
            if (Key.Length == 0)
            {
                return;
            }

            blocks.Add($"={Key}");
            blocks.Add($"~{Whole}");
            Given.AddBlocks(blocks);
            if (Family is null)
            {
                Given.AddEnds(blocks);
                return;
            }

            Family.AddBlocks(blocks);
            foreach (var given in Given.Ends)
            {
                foreach (var family in Family.Ends)
                {
                    // In one order, for the parts may be turned round.
                    blocks.Add(string.CompareOrdinal(given, family) <= 0 ? $"{given}+{family}" : $"{family}+{given}");
                }
            }
        }
    }
}
