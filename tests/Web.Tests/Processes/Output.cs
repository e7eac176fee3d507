using System.Diagnostics;

namespace KhokNongNa.Web.Tests.Processes;

/// <summary>What a process says, while it says it.</summary>
internal sealed class Output
{
    private readonly Lock _writing = new();
    private readonly List<string> _out = [];
    private readonly List<string> _errors = [];

    public Output(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(_out, line.Data);
        process.ErrorDataReceived += (_, line) => Add(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyList<string> Lines => Copy(_out);

    public IReadOnlyList<string> Errors => Copy(_errors);

    public override string ToString() => string.Join('\n', [.. Lines, .. Errors]);

    private void Add(List<string> lines, string? line)
    {
        lock (_writing)
        {
            if (line is not null)
            {
                lines.Add(line);
            }
        }
    }

    private string[] Copy(List<string> lines)
    {
        lock (_writing)
        {
            return [.. lines];
        }
    }
}
