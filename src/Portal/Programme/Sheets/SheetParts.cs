namespace KhokNongNa.Portal.Programme.Sheets;

/// <summary>Values that people write into several columns: a name with its prefix and family name, land in ไร่, งาน and ตารางวา.</summary>
internal static class SheetParts
{
    /// <summary>Adds what the parts say together to what was said.</summary>
    public static void Join(IReadOnlyList<SheetColumn> columns, IReadOnlyDictionary<string, string> cells, Dictionary<string, IReadOnlyList<string>> said)
    {
        if (Has("name.prefix") || Has("name.family"))
        {
            var name = said.TryGetValue("name", out var given) ? given[0] : "";
            // The prefix stands in both columns in some lists.
            var prefix = Part("name.prefix");
            var full = $"{(name.StartsWith(prefix, StringComparison.Ordinal) ? "" : prefix)}{name} {Part("name.family")}".Trim();
            if (name.Length > 0)
            {
                said["name"] = [full];
            }
        }

        if (!said.ContainsKey("size") && (Has("size.rai") || Has("size.ngan") || Has("size.wa")))
        {
            (string Code, string Unit)[] units = [("size.rai", "ไร่"), ("size.ngan", "งาน"), ("size.wa", "ตารางวา")];
            said["size"] = [string.Join(' ', units.Select(u => (Number: Part(u.Code), u.Unit)).Where(u => u.Number is not ("" or "0")).Select(u => $"{u.Number} {u.Unit}"))];
        }

        bool Has(string code) => columns.Any(c => c.Code == code) && Part(code).Length > 0;

        string Part(string code) => cells.TryGetValue(code, out var cell) && cell is not (SheetMarks.Clear or SheetMarks.Withheld) ? cell : "";
    }
}
