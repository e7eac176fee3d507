namespace KhokNongNa.Thai;

/// <summary>A name of one word, of a person or a place, as a key and as it sounds; made once to be compared with many.</summary>
public sealed record NamePart
{
    private const double SameSound = .95;
    private const double OneLetter = .88;

    // Below what makes a pair with another slip: ComparableName.Blocks counts on it.
    private const double OneOfThree = .74;
    private const double TwoLetters = .74;
    private const int LongEnoughForTwo = 7;
    private const int LongestInput = 40;

    private NamePart(string key, string sound) => (Key, Sound) = (key, sound);

    /// <summary>See <see cref="ThaiName.Key"/>.</summary>
    public string Key { get; }

    internal string Sound { get; }

    public static NamePart Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var part = text.Length > LongestInput ? text[..LongestInput] : text;
        return new(ThaiName.Key(part), NameSounds.Of(part));
    }

    /// <summary>The first two and the last two letters of the sound: a slip in one leaves the other.</summary>
    internal string[] Ends => Sound.Length <= 2 ? [$"^{Sound}"] : [$"^{Sound[..2]}", $"{Sound[^2..]}$"];

    internal void AddBlocks(SortedSet<string> blocks)
    {
        blocks.Add($"k{Key}");
        blocks.Add($"s{Sound}");
    }

    internal void AddEnds(SortedSet<string> blocks)
    {
        foreach (var end in Ends)
        {
            blocks.Add(end);
        }
    }

    /// <summary>1 → the same but for tones, .95 → sounds the same, .88 → one letter differs; less than that is another name.</summary>
    public double Likeness(NamePart other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Key == other.Key)
        {
            return 1;
        }

        if (Sound == other.Sound)
        {
            return SameSound;
        }

        var (shorter, longer) = Sound.Length <= other.Sound.Length ? (Sound, other.Sound) : (other.Sound, Sound);
        return Slips(shorter, longer) switch
        {
            1 when shorter.Length >= 3 && longer.Length >= 4 => OneLetter,
            1 when longer.Length >= 3 => OneOfThree,
            2 when shorter.Length >= LongEnoughForTwo => TwoLetters,
            var slips => Math.Max(0, .6 - ((double)slips / Math.Max(1, longer.Length))),
        };
    }

    /// <summary>Letters that are wrong, missing, too many or changed with the next one (only in longer names, where the ends stay).</summary>
    private static int Slips(string shorter, string longer)
    {
        var width = longer.Length + 1;
        Span<int> before = stackalloc int[width];
        Span<int> last = stackalloc int[width];
        Span<int> row = stackalloc int[width];
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= shorter.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var same = shorter[i - 1] == longer[j - 1];
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (longer.Length > 4 && i > 1 && j > 1 && shorter[i - 1] == longer[j - 2] && shorter[i - 2] == longer[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[width - 1];
    }
}
