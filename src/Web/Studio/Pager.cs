namespace KhokNongNa.Web.Studio;

/// <summary>Steps through the pages of a list; nothing is written when there is one.</summary>
public sealed record Pager(int Page, int Pages, Func<int, string> Url);
