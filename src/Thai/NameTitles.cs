using System.Text.RegularExpressions;

namespace KhokNongNa.Thai;

/// <summary>Tells a title from the name behind it, by the rules in <c>Lexicons/titles.txt</c>.</summary>
internal static partial class NameTitles
{
    private static readonly Lazy<IReadOnlyList<Title>> Titles = new(Load);

    private enum Kind
    {
        Glued,
        Soft,
        Apart,
        Name,
    }

    /// <summary>The title at the start of a name, as it is shown, and how much of the text it takes.</summary>
    /// <param name="isFirst">Whether no other title stood before: นายตา ใจดี is called ตา.</param>
    internal static (string Shown, int Length)? Find(string text, bool isFirst)
    {
        var word = text.AsSpan(0, text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var blank ? blank : text.Length);
        foreach (var title in Titles.Value)
        {
            if (title.Kind == Kind.Name)
            {
                if (word.SequenceEqual(title.Written))
                {
                    return null;
                }
            }
            else if ((title.Kind == Kind.Glued || isFirst) && End(text, title) is var end and > 0 && Fits(text, title, end))
            {
                return (title.Shown, end);
            }
        }

        return Dotted().Match(text) is { Success: true } rank ? (rank.Value.Replace(" ", "", StringComparison.Ordinal), rank.Length) : null;
    }

    /// <summary>Where the name begins that a word of the village may stand before, glued to it: น้อย in แม่น้อย; 0 → there is none.</summary>
    internal static int SoftEnd(string given)
    {
        foreach (var title in Titles.Value)
        {
            if (title.Kind == Kind.Soft && given.StartsWith(title.Written, StringComparison.Ordinal) && IsName(given.AsSpan(title.Written.Length)))
            {
                return title.Written.Length;
            }
        }

        return 0;
    }

    private static bool Fits(string text, Title title, int end)
    {
        var rest = text.AsSpan(end).TrimStart(' ').TrimStart('.').TrimStart(' ');
        if (rest.Length == 0)
        {
            return false;
        }

        if (text[end - 1] == '.' || text[end] is ' ' or '.')
        {
            return title.Kind != Kind.Apart || rest.Contains(' ');
        }

        var first = rest.IndexOf(' ') is >= 0 and var blank ? rest[..blank] : rest;
        return title.Kind switch
        {
            Kind.Glued => IsName(first),
            Kind.Soft => IsName(first) && NameSyllables.AreSeveral(first) && IsWordEnd(text[..(end + first.Length)], end),
            _ => false,
        };
    }

    /// <summary>How much of the text is the title, with its dots or without; 0 → the text begins otherwise.</summary>
    private static int End(string text, Title title)
    {
        if (!title.HasDots)
        {
            return text.StartsWith(title.Written, StringComparison.OrdinalIgnoreCase) ? title.Written.Length : 0;
        }

        var (at, letters) = (0, 0);
        foreach (var c in title.Written)
        {
            if (c is '.' or ' ')
            {
                continue;
            }

            while (letters > 0 && at < text.Length && text[at] is '.' or ' ')
            {
                at++;
            }

            if (at >= text.Length || char.ToLowerInvariant(text[at]) != char.ToLowerInvariant(c))
            {
                return 0;
            }

            (at, letters) = (at + 1, letters + 1);
        }

        return EndOfAbbreviation(text, at, letters);
    }

    private static int EndOfAbbreviation(string text, int at, int letters)
    {
        var dot = at;
        while (dot < text.Length && text[dot] == ' ')
        {
            dot++;
        }

        return dot < text.Length && text[dot] == '.' ? dot + 1
            : letters > 1 && at < text.Length && text[at] == ' ' ? at
            : 0;
    }

    // A cluster of its own, and not a single letter: the า of นายิกา, the ล of ตาล.
    private static bool IsName(ReadOnlySpan<char> rest) =>
        rest.Length >= 2 && (ThaiLetters.IsConsonant(rest[0]) || ThaiLetters.IsLeadingVowel(rest[0]) || !InThaiBlock(rest[0]))
        && char.IsLetter(rest[0]) && rest[1] != ThaiLetters.Thanthakhat;

    private static bool InThaiBlock(char c) => c is >= ThaiLetters.FirstLetter and <= ThaiLetters.Last;

    // คุณธรรม is one word, and so is หมอกควัน no doctor.
    private static bool IsWordEnd(string word, int end) => ThaiWords.Segment(ThaiText.Fold(word)).Any(w => w.End == end);

    private static List<Title> Load()
    {
        using var stream = typeof(NameTitles).Assembly.GetManifestResourceStream("titles")!;
        using var reader = new StreamReader(stream);
        var titles = new List<Title>();
        foreach (var line in reader.ReadToEnd().Split('\n').Select(l => ThaiText.Normalize(l.Split('#')[0].Trim())).Where(l => l.Length > 0))
        {
            var kind = line[0] switch { '+' => Kind.Glued, '~' => Kind.Soft, '|' => Kind.Apart, _ => Kind.Name };
            var parts = line[1..].Split('=', StringSplitOptions.TrimEntries);
            var written = parts.Length > 1 ? parts[1].Split(',', StringSplitOptions.TrimEntries) : [];
            titles.AddRange(written.Prepend(parts[0]).Select(w => new Title(kind, parts[0], w, w.Contains('.', StringComparison.Ordinal))));
        }

        // A name wins over a title, and a longer title over a shorter one.
        return [.. titles.OrderByDescending(t => t.Kind == Kind.Name).ThenByDescending(t => t.Written.Length)];
    }

    private sealed record Title(Kind Kind, string Shown, string Written, bool HasDots);

    // Ranks: ส.ต.ต., พ.ต.ท.หญิง, พล.อ.
    [GeneratedRegex(@"\A([ก-ฮ]{1,4} ?\. ?){2,}(หญิง(?= ?[ก-ฮเ-ไ]))?(?= *\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();
}
