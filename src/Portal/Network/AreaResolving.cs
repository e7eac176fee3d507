namespace KhokNongNa.Portal.Network;

/// <summary>A district and a tambon that were typed beside each other, as on lists and forms.</summary>
public static class AreaResolving
{
    /// <summary>What was meant, and where it is in doubt what to ask. Never throws.</summary>
    /// <param name="within">Official code of the province, or of the district when that is known and its text may be empty.</param>
    public static AreaResolution Resolve(this AreaNames names, string within, string district, string tambon)
    {
        var upper = within.Length == 4 && string.IsNullOrWhiteSpace(district) ? new(within, [])
            : string.IsNullOrWhiteSpace(district) ? AreaAnswer.None
            : names.Find(district, within[..Math.Min(2, within.Length)], 4);
        return string.IsNullOrWhiteSpace(district) && upper.Code.Length == 0 ? TambonAlone(names, within, tambon)
            : upper.Code.Length == 0 ? DistrictInDoubt(names, within, district, tambon, upper.Suggestions)
            : string.IsNullOrWhiteSpace(tambon) ? new(upper.Code, "", [], [])
            : TambonOf(names, upper.Code, tambon);
    }

    private static AreaResolution TambonOf(AreaNames names, string district, string tambon)
    {
        var found = names.Find(tambon, district, 6);
        if (found.Code.Length > 0)
        {
            return new(found.Code, "", [], []);
        }

        var (tambons, title) = (names.Tambons(district), names.Title(district));
        // A code of elsewhere is a suggestion already, and the same name elsewhere is another one.
        var elsewhere = Exact(names, tambon, district[..2]);
        if (elsewhere.Count > 0)
        {
            var where = string.Join(" และ ", elsewhere.Select(e => names.Title(e.Code[..4])));
            return new(
                "",
                $"ใน {title} ไม่มีตำบล «{tambon.Trim()}» ตำบลนี้อยู่ใน {where}",
                [.. elsewhere, .. found.Suggestions.Where(s => !elsewhere.Contains(s))],
                tambons);
        }

        var said = found.Suggestions.Count > 0 ? $"ใน {title} ไม่มีตำบล «{tambon.Trim()}» หมายถึงตำบลใดในนี้" : $"ใน {title} ไม่มีตำบล «{tambon.Trim()}» โปรดเลือกจากตำบลของอำเภอนี้";
        return new("", said, found.Suggestions, tambons);
    }

    private static AreaResolution TambonAlone(AreaNames names, string within, string tambon)
    {
        if (string.IsNullOrWhiteSpace(tambon))
        {
            return new("", "โปรดใส่อำเภอและตำบล", [], []);
        }

        var found = names.Find(tambon, within, 6);
        return found.Code.Length > 0 ? new(found.Code, "", [], [])
            : new("", found.Suggestions.Count > 0 ? $"ตำบล «{tambon.Trim()}» หมายถึงตำบลใดในนี้" : $"ไม่พบตำบล «{tambon.Trim()}» โปรดใส่ชื่ออำเภอด้วย", found.Suggestions, []);
    }

    private static AreaResolution DistrictInDoubt(AreaNames names, string within, string district, string tambon, IReadOnlyList<AreaSuggestion> districts)
    {
        if (districts.Count == 0)
        {
            var elsewhere = string.IsNullOrWhiteSpace(tambon) ? [] : Exact(names, tambon, within[..Math.Min(2, within.Length)]);
            return new("", elsewhere.Count > 0 ? $"ไม่พบอำเภอ «{district.Trim()}» ตำบลชื่อนี้มีอยู่ที่" : $"ไม่พบอำเภอ «{district.Trim()}» โปรดดูการสะกดอีกครั้ง", elsewhere, []);
        }

        // The district that has such a tambon is the likelier one.
        var tambons = string.IsNullOrWhiteSpace(tambon) ? []
            : districts.Where(d => d.Code.Length == 4).Select(d => names.Find(tambon, d.Code, 6)).SelectMany(f => f.Code.Length > 0 ? [names.Suggest(f.Code)] : f.Suggestions).ToList();
        return new("", $"ไม่พบอำเภอ «{district.Trim()}» หมายถึงที่ใดในนี้", tambons.Count > 0 ? tambons : districts, []);
    }

    private static List<AreaSuggestion> Exact(AreaNames names, string tambon, string province) =>
        [.. names.Exact(tambon, province, 6).Select(names.Suggest)];
}
