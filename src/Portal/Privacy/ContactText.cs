using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Privacy;

/// <summary>Ways to reach somebody as they are typed, kept and shown.</summary>
public static class ContactText
{
    private const int MostValue = 100;
    private const int MostTime = 100;

    /// <summary>What is kept: digits of a telephone number, one line of anything else.</summary>
    /// <exception cref="PortalException">It is no such thing.</exception>
    public static string Read(ContactChannel channel, string typed)
    {
        var line = EntryRules.Line(typed);
        if (line.Length is 0 or > MostValue)
        {
            throw Wrong(line.Length == 0 ? $"โปรดใส่{channel.Name()}" : $"ยาวเกินไป ใช้ได้ไม่เกิน {MostValue} ตัวอักษร");
        }

        if (channel == ContactChannel.Phone)
        {
            return MemberContacts.Parse(line) ?? throw Wrong("เบอร์โทรต้องมีตัวเลข 9 หรือ 10 ตัว ขึ้นต้นด้วย 0 (ไม่ใช่เลขบัตรประชาชน)");
        }

        DemandNoIdNumber(line, "Value");
        if (channel == ContactChannel.Email && !(line.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < line.Length - 1 && !line.Contains(' ', StringComparison.Ordinal)))
        {
            throw Wrong("อีเมลเขียนแบบ name@example.com");
        }

        return line;
    }

    public static string Time(string typed)
    {
        var line = EntryRules.Line(typed);
        DemandNoIdNumber(line, "BestTime");
        return line.Length <= MostTime ? line : throw new PortalException("contact.time", $"ยาวเกินไป ใช้ได้ไม่เกิน {MostTime} ตัวอักษร", "BestTime");
    }

    public static string Show(ContactChannel channel, string value) => channel == ContactChannel.Phone ? MemberContacts.Show(value) : value;

    private static void DemandNoIdNumber(string line, string field)
    {
        if (SignInNumber.Digits(line).Count(char.IsAsciiDigit) >= 13)
        {
            throw new PortalException("contact.id-number", "พอร์ทัลไม่เก็บเลขบัตรประชาชน", field);
        }
    }

    private static PortalException Wrong(string message) => new("contact.value", message, "Value");
}
