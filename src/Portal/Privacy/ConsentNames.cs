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

    public static string Name(this ConsentMethod value) => value switch
    {
        ConsentMethod.Paper => "ลงชื่อในเอกสาร",
        ConsentMethod.Thumbprint => "พิมพ์ลายนิ้วมือ มีพยาน",
        ConsentMethod.Spoken => "บอกด้วยวาจา",
        ConsentMethod.Online => "ทางออนไลน์",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
