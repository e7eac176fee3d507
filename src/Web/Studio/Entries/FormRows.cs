namespace KhokNongNa.Web.Studio.Entries;

public sealed class SourceRow
{
    public string Title { get; set; } = "";

    public string Url { get; set; } = "";

    public string Read { get; set; } = "";

    internal bool IsEmpty => (Title + Url + Read).Trim().Length == 0;
}

public sealed class MaterialRow
{
    public string Name { get; set; } = "";

    public string Amount { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Cost { get; set; } = "";

    public string Note { get; set; } = "";

    internal bool IsEmpty => (Name + Amount + Unit + Cost + Note).Trim().Length == 0;
}

public sealed class StepRow
{
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public string Minutes { get; set; } = "";

    public string Image { get; set; } = "";

    public string Alt { get; set; } = "";

    internal bool IsEmpty => (Title + Text + Minutes + Image + Alt).Trim().Length == 0;
}

public sealed class ProblemRow
{
    public string Trouble { get; set; } = "";

    public string Fix { get; set; } = "";

    internal bool IsEmpty => (Trouble + Fix).Trim().Length == 0;
}
