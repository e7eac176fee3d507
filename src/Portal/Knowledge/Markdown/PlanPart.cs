using System.Globalization;

namespace KhokNongNa.Portal.Knowledge;

/// <summary>What a part of a plot is, as far as its name tells; a colour each.</summary>
public enum PlanTone
{
    Other,
    Hill,
    Water,
    Paddy,
    Trees,
    Home,
}

/// <summary>A part of a plot.</summary>
/// <param name="Unit">As a word after the number; may be empty.</param>
public sealed record PlanPart(string Name, decimal Share, string Unit)
{
    private static readonly (string Word, PlanTone Tone)[] Words =
    [
        ("โคก", PlanTone.Hill), ("คันนา", PlanTone.Hill), ("คันดิน", PlanTone.Hill), ("เนิน", PlanTone.Hill),
        ("หนอง", PlanTone.Water), ("คลอง", PlanTone.Water), ("สระ", PlanTone.Water), ("บ่อ", PlanTone.Water), ("น้ำ", PlanTone.Water), ("ฝาย", PlanTone.Water), ("ร่อง", PlanTone.Water),
        ("ข้าว", PlanTone.Paddy), ("ที่นา", PlanTone.Paddy), ("ทุ่งนา", PlanTone.Paddy),
        ("ป่า", PlanTone.Trees), ("ไม้", PlanTone.Trees), ("สวน", PlanTone.Trees), ("ผัก", PlanTone.Trees), ("พืช", PlanTone.Trees), ("กล้วย", PlanTone.Trees),
        ("อยู่", PlanTone.Home), ("บ้าน", PlanTone.Home), ("เรือน", PlanTone.Home), ("คอก", PlanTone.Home), ("เล้า", PlanTone.Home), ("โรง", PlanTone.Home), ("ยุ้ง", PlanTone.Home),
    ];

    /// <summary>Size among the other parts.</summary>
    public decimal Area => Share * Unit switch
    {
        "ไร่" => 400,
        "งาน" => 100,
        _ => 1,
    };

    /// <summary>«30», «5 ไร่», «10%».</summary>
    public string Size => Unit is "" or "%" ? Number + Unit : $"{Number} {Unit}";

    /// <summary>By the first word of the name that says something.</summary>
    public PlanTone Tone => Name.StartsWith("นา", StringComparison.Ordinal)
        ? PlanTone.Paddy
        : Words.Select(w => (At: Name.IndexOf(w.Word, StringComparison.Ordinal), w.Tone)).Where(w => w.At >= 0).OrderBy(w => w.At).Select(w => w.Tone).FirstOrDefault();

    internal string Number => Share.ToString("0.##", CultureInfo.InvariantCulture);

    internal bool IsLand => Unit is "ไร่" or "งาน" or "ตารางวา";
}
