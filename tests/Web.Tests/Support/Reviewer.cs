using KhokNongNa.Portal.Knowledge;

namespace KhokNongNa.Web.Tests.Support;

/// <summary>What a reviewer ticks.</summary>
internal static class Reviewer
{
    public static (string Name, string? Value)[] Ticks { get; } = [.. Enum.GetNames<ReviewPoint>().Select(point => ("Ticked", (string?)point))];

    /// <summary>Ticks everything on the page of an entry and approves it.</summary>
    public static Task<Answer> ApproveAsync(this Visitor head, Answer entry) => head.PressAsync(entry, "อนุมัติ", Ticks);
}
