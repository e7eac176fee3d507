namespace KhokNongNa.Thai.Tests;

/// <summary>Names that nobody has, and the ways in which a second clerk writes the same one down.</summary>
internal sealed class NamePerturber(int seed)
{
    private const string Letters = "กขคงจชดตทนบปพมยรลวสหอ";

    private static readonly string[] First =
    [
        "สม", "บุญ", "ทอง", "ประ", "วิ", "สุ", "จันทร์", "คำ", "อุ", "อา", "พร", "ศรี", "มา", "กัญ", "วรร", "ณรงค์", "ชัย", "ไพ", "ใจ", "เพ็ญ", "เกษ", "แสง", "ดวง", "นิ", "รัตน์",
    ];

    private static readonly string[] Second =
    [
        "ชาย", "มี", "ดี", "เสริฐ", "ชัย", "ณี", "หวัง", "ปัน", "ไร", "รี", "ทิพย์", "ศักดิ์", "ลี", "ญา", "ณา", "ฤทธิ์", "ยศ", "โรจน์", "แก้ว", "พร", "ทรง", "สุข", "มณี", "ภา", "กร",
    ];

    private static readonly string[] Third = ["", "", "", "วงศ์", "สุข", "ทรัพย์", "ดี", "พันธ์", "นา", "งาม", "สอน"];

    private static readonly string[] Titles = ["นาย", "นาง", "น.ส. ", "ลุง ", "นางสาว", "กำนัน", "ดร."];

    private static readonly (string From, string To)[] Sounds =
    [
        ("ศ", "ส"), ("ษ", "ส"), ("ณ", "น"), ("ใ", "ไ"), ("ชัย", "ไช"), ("ร", "ล"), ("ทร", "ซ"), ("ญ", "ย"), ("ธ", "ท"), ("ภ", "พ"), ("ี", "ิ"), ("ู", "ุ"), ("์", ""), ("ำ", "ัม"), ("ค", "ข"),
    ];

    private readonly Random _random = new(seed);

    internal (string Given, string Family) Draw() =>
        (Of(First) + Of(Second), Of(First) + Of(Second) + Of(Third));

    /// <summary>The same name as somebody else writes it.</summary>
    internal string Again((string Given, string Family) name)
    {
        var (given, family) = name;
        switch (_random.Next(8))
        {
            case 0:
                given = Slip(given);
                break;
            case 1:
                family = Slip(family);
                break;
            case 2:
                (given, family) = (Slip(given), Slip(family));
                break;
            case 3:
                given = Sound(given);
                break;
            case 4:
                (given, family) = (Sound(given), Sound(family));
                break;
            case 5:
                (given, family) = (family, given);
                break;
            case 6:
                family = Of(["", "-", "ไม่ทราบ"]);
                break;
            default:
                (given, family) = (NoTones(given), NoTones(family));
                break;
        }

        return _random.Next(3) == 0 ? Of(Titles) + given + " " + family : given + (_random.Next(12) == 0 ? "" : " ") + family;
    }

    private string Of(string[] from) => from[_random.Next(from.Length)];

    private string Slip(string text)
    {
        var at = _random.Next(text.Length);
        var letter = Letters[_random.Next(Letters.Length)];
        return _random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, letter.ToString()),
            2 when at + 1 < text.Length => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + letter + text[(at + 1)..],
        };
    }

    private string Sound(string text)
    {
        var (from, to) = Sounds[_random.Next(Sounds.Length)];
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    private static string NoTones(string text) => string.Concat(text.Where(c => c is not ('่' or '้' or '๊' or '๋')));
}
