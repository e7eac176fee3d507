using System.Text;

namespace KhokNongNa.Thai;

/// <summary>Finding people by names as they are heard and typed.</summary>
public static class ThaiName
{
    /// <summary>A name in its parts: titles, given name, family name. Never throws; what cannot be told apart stays in the given name.</summary>
    public static PersonName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PersonName.Parse(text);
    }

    /// <summary>The key of given and family name without titles, by which two records of one person are found.</summary>
    public static string MatchKey(string fullName)
    {
        var name = Parse(fullName);
        return Key(name.Given + name.Family);
    }

    /// <summary>How alike two names are, 0 to 1; see <see cref="ComparableName"/>, which is for comparing one with many.</summary>
    public static double Likeness(string a, string b) => ComparableName.Of(a).Likeness(ComparableName.Of(b));

    /// <summary>Keys of which two names share at least one when their likeness is .8 or more, so that only these need be compared.</summary>
    public static IReadOnlyCollection<string> Blocks(string name) => ComparableName.Of(name).Blocks();

    /// <summary>
    /// What two spellings of a name share when they differ in tone marks, silencing marks, blanks or case: «สมชาย ใจดี» and
    /// «สมชายใจดี», «ก้อย» and «กอย». For comparing, never for showing.
    /// </summary>
    public static string Key(string name)
    {
        var folded = ThaiText.Fold(ThaiText.Normalize(name));
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if ((char.IsLetterOrDigit(c) || ThaiLetters.IsMark(c)) && !ThaiLetters.IsTone(c) && c != ThaiLetters.Thanthakhat)
            {
                key.Append(c);
            }
        }

        return key.ToString();
    }
}
