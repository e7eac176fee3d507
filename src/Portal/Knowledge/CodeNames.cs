namespace KhokNongNa.Portal.Knowledge;

/// <summary>Thai words for the codes in a lesson; the order of each list is the order on forms.</summary>
public static class CodeNames
{
    public static string Name(this Difficulty value) => value switch
    {
        Difficulty.Easy => "ง่าย ทำครั้งแรกก็ได้",
        Difficulty.Moderate => "ปานกลาง",
        Difficulty.Hard => "ยาก ควรมีครูพาทำ",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this Season value) => value switch
    {
        Season.Hot => "หน้าร้อน",
        Season.Rainy => "หน้าฝน",
        Season.Cool => "หน้าหนาว",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this Soil value) => value switch
    {
        Soil.Any => "ดินทุกแบบ",
        Soil.Sandy => "ดินทราย",
        Soil.Loam => "ดินร่วน",
        Soil.Clay => "ดินเหนียว",
        Soil.Saline => "ดินเค็ม",
        Soil.Acid => "ดินเปรี้ยว",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this Water value) => value switch
    {
        Water.Any => "น้ำแบบไหนก็ได้",
        Water.Rain => "น้ำฝน",
        Water.Pond => "น้ำในสระ",
        Water.Well => "น้ำบ่อ น้ำบาดาล",
        Water.Canal => "น้ำคลอง",
        Water.Little => "ที่น้ำน้อย",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this PlotPart value) => value switch
    {
        PlotPart.Khok => "โคก",
        PlotPart.Nong => "หนอง",
        PlotPart.Na => "นา",
        PlotPart.House => "รอบบ้าน",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this Licence value) => value switch
    {
        Licence.CcBy => "ใช้ต่อได้ โปรดบอกชื่อผู้เล่า (CC BY)",
        Licence.CcByNc => "ใช้ต่อได้ ห้ามค้าขาย โปรดบอกชื่อผู้เล่า (CC BY-NC)",
        Licence.Closed => "ไม่เปิดเผย อ่านได้เฉพาะผู้เล่า ผู้ที่มีชื่อในเรื่อง และเจ้าหน้าที่พื้นที่",
        Licence.Community => "เฉพาะชุมชน สมาชิกเท่านั้นที่อ่านได้ หากนำไปใช้ที่อื่นโปรดขอก่อน",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
