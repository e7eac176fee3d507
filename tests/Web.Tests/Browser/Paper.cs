using System.Diagnostics;
using Microsoft.Playwright;

namespace KhokNongNa.Web.Tests.Browser;

/// <summary>A page as Chromium prints it to PDF, read back with tools that know nothing of the portal.</summary>
internal sealed class Paper : IDisposable
{
    private readonly DirectoryInfo _folder;

    private Paper(DirectoryInfo folder, IReadOnlyList<string> pages) => (_folder, Pages) = (folder, pages);

    /// <summary>Text of each sheet without white space: lines break where the paper wants.</summary>
    public IReadOnlyList<string> Pages { get; }

    public static async Task<Paper> PrintAsync(IPage page, string format, bool background = false)
    {
        var folder = Directory.CreateTempSubdirectory("khoknongna-paper-");
        await page.PdfAsync(new PagePdfOptions { Path = Path.Combine(folder.FullName, "page.pdf"), Format = format, PrintBackground = background });
        var text = await RunAsync(folder, "pdftotext", "-raw", "page.pdf", "-");
        return new(folder, [.. text.TrimEnd('\f').Split('\f').Select(Tight)]);
    }

    /// <summary>What a phone reads from the QR codes on the sheets.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync()
    {
        var codes = new List<string>();
        foreach (var sheet in await SheetsAsync(150))
        {
            codes.AddRange((await RunAsync(_folder, "zbarimg", "--quiet", "--raw", sheet)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        return codes;
    }

    /// <summary>How much of the sheets is dark, 0 to 1.</summary>
    public async Task<double> InkAsync()
    {
        var ink = new List<double>();
        foreach (var sheet in await SheetsAsync(20))
        {
            using var image = NetVips.Image.NewFromFile(Path.Combine(_folder.FullName, sheet));
            using var grey = image.Colourspace(NetVips.Enums.Interpretation.Bw);
            ink.Add(1 - (grey.Avg() / 255));
        }

        return ink.Max();
    }

    /// <summary>The sheet that holds a text; −1 when none or not whole.</summary>
    public int SheetOf(string text) => Pages.ToList().FindIndex(p => p.Contains(Tight(text), StringComparison.Ordinal));

    public static string Tight(string text) => string.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<IReadOnlyList<string>> SheetsAsync(int resolution)
    {
        var name = $"sheet{resolution}";
        await RunAsync(_folder, "pdftoppm", "-r", resolution.ToString(System.Globalization.CultureInfo.InvariantCulture), "-png", "page.pdf", name);
        return [.. Directory.EnumerateFiles(_folder.FullName, name + "*.png").Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f)!)];
    }

    private static async Task<string> RunAsync(DirectoryInfo folder, string tool, params string[] words)
    {
        var start = new ProcessStartInfo(tool, words) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            // zbarimg answers 4 when there is no code on the sheet.
            Assert.True(process.ExitCode == 0 || (tool == "zbarimg" && process.ExitCode == 4), $"{tool}: {await errors}");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"The tests of printing need {tool} (packages poppler-utils and zbar-tools); tests/run installs it.");
        }
    }
}
