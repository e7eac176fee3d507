using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>How the cells of a column say their value.</summary>
public enum SheetKind
{
    /// <summary>As it is typed.</summary>
    Text,

    /// <summary>A text of several lines.</summary>
    Lines,

    /// <summary>Size of land, in words: «3-2-50» is a date to a spreadsheet.</summary>
    Land,

    /// <summary>One of <see cref="SheetColumn.Words"/>.</summary>
    Word,

    /// <summary>Several of <see cref="SheetColumn.Words"/>.</summary>
    Words,

    /// <summary>Name or key of a topic.</summary>
    Topic,

    /// <summary>Names or keys of shared learning bases.</summary>
    Bases,

    /// <summary>Names or keys of centres.</summary>
    Centres,

    /// <summary>Names or keys of sages.</summary>
    Sages,

    /// <summary>Number, name or key of a plot.</summary>
    Plot,

    /// <summary>Telephone numbers of a sage: rows of their own beside the record, never a value of its form.</summary>
    Phones,

    /// <summary>Says which record the row is: id, revision, number, area.</summary>
    Record,

    /// <summary>A part of another column's value that people give a column of its own; read only.</summary>
    Part,
}

/// <summary>A column of a register's sheet.</summary>
/// <param name="Code">Of the value in the register's form: <c>village.moo</c>, <c>expertise.0.what</c>.</param>
/// <param name="Field">Code of the form's field that it belongs to; empty for what says which record it is.</param>
/// <param name="Header">What stands above it.</param>
/// <param name="Aliases">What people write above it otherwise.</param>
/// <param name="Visibility">Who may see it at most, as the form says.</param>
public sealed record SheetColumn(string Code, string Field, string Header, IReadOnlyList<string> Aliases, SheetKind Kind, Visibility Visibility)
{
    /// <summary>Codes and the words that people know for them.</summary>
    public IReadOnlyList<(string Code, string Word)> Words { get; init; } = [];

    /// <summary>Whether a header that somebody wrote means this column.</summary>
    public bool IsCalled(string header)
    {
        var key = Key(header);
        return key.Length > 0 && (key == Key(Header) || key == Key(Code) || Aliases.Any(a => Key(a) == key));
    }

    /// <summary>What two spellings of a header or a word share: no blanks, dashes, dots and brackets, one spelling of digits and letters.</summary>
    public static string Key(string text) => string.Concat(ThaiText.Fold(ThaiText.Normalize(text)).Where(c => char.IsLetterOrDigit(c) || IsMark(c)));

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
