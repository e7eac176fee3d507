namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Something that the import noticed in a file.</summary>
/// <param name="File">Path below the imported folder.</param>
/// <param name="Line">1-based.</param>
/// <param name="IsError">The file was not taken in.</param>
/// <param name="Message">Thai sentence.</param>
public sealed record Finding(string File, int Line, bool IsError, string Message)
{
    public override string ToString() => $"{File}:{Line}: {(IsError ? "ไม่รับ" : "เตือน")}: {Message}";
}

/// <summary>What an import did.</summary>
public sealed class ImportReport
{
    private readonly List<Finding> _findings = [];

    public int New { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Changed in the folder, but people edited it in the portal.</summary>
    public int LeftAlone { get; set; }

    public IReadOnlyList<Finding> Findings => _findings;

    public int Rejected => _findings.Where(f => f.IsError).Select(f => f.File).Distinct().Count();

    public void Add(Finding finding) => _findings.Add(finding);

    public override string ToString() =>
        $"นำเข้าใหม่ {New} เปลี่ยน {Changed} เหมือนเดิม {Unchanged} ไม่แตะเพราะมีคนแก้ในพอร์ทัล {LeftAlone} ไม่รับ {Rejected}";
}

/// <summary>A rule of the front-matter contract is broken: this file is not taken in.</summary>
internal sealed class BadFileException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
