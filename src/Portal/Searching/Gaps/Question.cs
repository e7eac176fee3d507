using System.Text.RegularExpressions;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Searching.Gaps;

/// <summary>What somebody looked for, in the one spelling that is counted; nothing that may tell who it was.</summary>
internal static partial class Question
{
    /// <summary>Letters; what is longer is a story and not a search.</summary>
    public const int MaxLength = 80;

    // A telephone number, an identity number, a birthday: nobody looks for so long a number in a handbook.
    private const int DigitsOfANumber = 6;

    // Nothing is repaired that is far too long anyway.
    private const int MaxTyped = 4 * MaxLength;

    /// <summary><c>null</c> → not counted: nothing to read, too long, six digits or more, an address, or a person by title.</summary>
    public static string? Of(string typed)
    {
        if (typed.Length > MaxTyped)
        {
            return null;
        }

        var question = string.Join(' ', ThaiText.Fold(ThaiText.Normalize(typed)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return question.Length <= MaxLength
            && ThaiText.HasLetterOrDigit(question)
            && question.Count(char.IsDigit) < DigitsOfANumber
            && !NotForCounting().IsMatch(question)
                ? question
                : null;
    }

    // E-mail and web addresses; house numbers; who is called by a title that only persons have.
    [GeneratedRegex(@"@|://|\bwww\.|บ้านเลขที่|[0-9]\s*(หมู่|ม\.)\s*(ที่\s*)?[0-9]|^นาย(?!ก|อำเภอ|ทุน)|นางสาว|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง")]
    private static partial Regex NotForCounting();
}
