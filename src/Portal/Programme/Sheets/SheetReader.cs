namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>
/// Reads sheets that people bring: pasted cells, XLSX, CSV. What a file is its bytes say, never its name. Whatever is in it, the answer is a table
/// or a sentence that says what to do.
/// </summary>
public static class SheetReader
{
    /// <summary>Cells as spreadsheets put them on the clipboard.</summary>
    /// <exception cref="PortalException">There is no table in it, or too much.</exception>
    public static SheetTable ReadPasted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > SheetLimits.MostBytes)
        {
            throw TooBig();
        }

        return Delimited.Read(text, Delimited.Tab);
    }

    /// <param name="fileName">Named in the sentences; nothing else is made of it.</param>
    /// <exception cref="PortalException">There is no table in it, or too much, or it is another kind of file.</exception>
    public static SheetTable Read(Stream file, string fileName)
    {
        var bytes = Take(file);
        return SheetBytes.KindOf(bytes, ShortName(fileName)) == SheetFormat.Xlsx
            ? Xlsx.Read(new MemoryStream(bytes, writable: false))
            : ReadText(SheetEncoding.Decode(bytes));
    }

    private static SheetTable ReadText(string text) => Delimited.Read(text, Delimited.DelimiterOf(text));

    private static byte[] Take(Stream file)
    {
        using var taken = new MemoryStream();
        var block = new byte[81_920];
        for (int read; (read = file.Read(block, 0, block.Length)) > 0;)
        {
            taken.Write(block, 0, read);
            if (taken.Length > SheetLimits.MostBytes)
            {
                throw TooBig();
            }
        }

        return taken.ToArray();
    }

    private static string ShortName(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return name.Length <= 60 ? name : name[..60] + "…";
    }

    private static PortalException TooBig() => new("sheet.size", $"ไฟล์ใหญ่เกิน {SheetLimits.MostBytes / 1024 / 1024} MB โปรดแบ่งเป็นหลายไฟล์ หรือลบรูปและแผ่นงานอื่นออกก่อน");
}
