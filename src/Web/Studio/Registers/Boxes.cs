using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>How much room a box gives.</summary>
public enum Box
{
    Line,
    Number,
    Lines,
    Story,
}

/// <summary>A box to type into.</summary>
public sealed record BoxField(string Code, string Label, string Hint, string Value, IEnumerable<string> Wrong, Box Box);

/// <summary>Something to choose from.</summary>
/// <param name="IsOne">Exactly one can be chosen.</param>
/// <param name="IsFolded">A long list that few need.</param>
public sealed record ChooseField(
    string Code, string Label, string Hint, IEnumerable<(string Value, string Name)> Choices, IReadOnlyList<string> Chosen, IEnumerable<string> Wrong, bool IsOne = false, bool IsFolded = false);

/// <summary>A field that is asked for in parts.</summary>
public sealed record PartsField(FieldInForm Of, IReadOnlyList<(string Part, string Label, bool IsNumber)> Parts);

internal static class Boxes
{
    private static readonly string[] LineByLine = ["experience", "awards", "curriculum", "facilities", "tasks", "materials", "partners"];

    extension(Box)
    {
        /// <summary>The box that a field needs.</summary>
        public static Box Of(FormField field) => (field.Type, field.Code) switch
        {
            (FieldType.Lines, _) or (FieldType.Known, "summary" or "growing" or "purpose" or "safety") => Box.Lines,
            (FieldType.Known, "story" or "notes") => Box.Story,
            (FieldType.Number, _) or (FieldType.Known, "birth-year" or "round" or "capacity" or "people" or "budget") => Box.Number,
            (FieldType.Known, var code) when LineByLine.Contains(code) => Box.Lines,
            _ => Box.Line,
        };
    }
}
