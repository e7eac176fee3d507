namespace KhokNongNa.Portal.Network;

/// <summary>An area that somebody may have meant.</summary>
/// <param name="Title">In full: «ต.หนองโสน อ.นางรอง จ.บุรีรัมย์».</param>
public sealed record AreaSuggestion(string Code, string Title);

/// <summary>What a typed name of an area stands for.</summary>
/// <param name="Code">The one area of that very name; empty when there is none, or more than one.</param>
/// <param name="Suggestions">What may have been meant instead, likeliest first: a person chooses.</param>
public sealed record AreaAnswer(string Code, IReadOnlyList<AreaSuggestion> Suggestions)
{
    public static AreaAnswer None { get; } = new("", []);
}

/// <summary>What a typed district and tambon stand for together.</summary>
/// <param name="Code">Of the tambon, or of the district when no tambon was typed; empty when a person has to choose.</param>
/// <param name="Said">What is not as it should be, as a sentence for the person; empty when all is found.</param>
/// <param name="Tambons">The tambons of the district, once that is known and the tambon is not.</param>
public sealed record AreaResolution(string Code, string Said, IReadOnlyList<AreaSuggestion> Suggestions, IReadOnlyList<AreaSuggestion> Tambons);
