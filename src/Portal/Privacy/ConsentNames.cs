namespace KhokNongNa.Portal.Privacy;

/// <summary>Thai words for what is agreed to and how.</summary>
public static class ConsentNames
{
    public static string Name(this ConsentPurpose value) => value switch
    {
        ConsentPurpose.Profile => "เผยแพร่ชื่อและประวัติ",
        ConsentPurpose.Photo => "ภาพถ่าย",
        ConsentPurpose.Voice => "เสียงและวิดีโอ",
        ConsentPurpose.Phone => "เบอร์โทรและช่องทางติดต่อ",
        ConsentPurpose.Province => "ส่งต่อข้อมูลให้จังหวัดและกรม",
        ConsentPurpose.Home => "ที่ตั้งและพิกัดบ้าน",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>What happens when somebody agrees: what is shown where and to whom. The same words stand on paper and on screen.</summary>
    public static string Meaning(this ConsentPurpose value) => value switch
    {
        ConsentPurpose.Profile => "ชื่อ ตำบล ความถนัด และเรื่องราวของท่านขึ้นหน้าเว็บนี้ ใครก็อ่านได้",
        ConsentPurpose.Photo => "รูปที่เห็นตัวท่านขึ้นหน้าเว็บนี้ ใครก็เห็นได้",
        ConsentPurpose.Voice => "เสียงพูดและวิดีโอของท่านขึ้นหน้าเว็บนี้ ใครก็ฟังและดูได้",
        ConsentPurpose.Phone => "เบอร์โทรหรือช่องทางที่ท่านเลือกให้เห็นขึ้นหน้าเว็บนี้ คนสนใจติดต่อท่านได้เอง",
        ConsentPurpose.Province => "ส่งทะเบียนของท่านให้จังหวัดและกรมการพัฒนาชุมชนใช้ทำงาน ไม่ขึ้นหน้าเว็บ",
        ConsentPurpose.Home => "ชื่อหมู่บ้านและที่ตั้งบ้านโดยประมาณขึ้นหน้าเว็บนี้ ใครก็เห็นได้",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>What becomes of it when somebody says no.</summary>
    public static string Otherwise(this ConsentPurpose value) => value switch
    {
        ConsentPurpose.Profile => "ไม่มีหน้าของท่านบนเว็บ เรื่องที่ท่านเล่าไม่บอกชื่อ",
        ConsentPurpose.Photo => "ไม่มีรูปของท่าน",
        ConsentPurpose.Voice => "ไม่มีเสียงและวิดีโอของท่าน",
        ConsentPurpose.Phone => "เจ้าหน้าที่เท่านั้นที่ติดต่อท่านได้ และมีบันทึกว่าใครดู",
        ConsentPurpose.Province => "ทะเบียนอยู่ที่อำเภอ",
        ConsentPurpose.Home => "คนเห็นแค่ตำบล",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this ConsentMethod value) => value switch
    {
        ConsentMethod.Paper => "ลงชื่อในเอกสาร",
        ConsentMethod.Thumbprint => "พิมพ์ลายนิ้วมือ มีพยาน",
        ConsentMethod.Spoken => "บอกด้วยวาจา",
        ConsentMethod.Online => "ทางออนไลน์",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
