using System.Text;

namespace KhokNongNa.Thai;

/// <summary>Finding people by names as they are heard and typed.</summary>
public static class ThaiName
{
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
