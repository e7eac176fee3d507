using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Privacy;

/// <summary>What a form says of a way to reach somebody, read or refused beside its field.</summary>
internal static class ContactText
{
    private const int MostTime = 100;

    /// <exception cref="PortalException">It is no such thing.</exception>
    public static string Value(ContactChannel channel, string typed) =>
        ContactValue.TryRead(channel, typed, out var read, out var why) ? read!.Value : throw new PortalException("contact.value", why, "Value");

    /// <inheritdoc cref="Value"/>
    public static string Time(string typed)
    {
        var line = EntryRules.Line(typed);
        CitizenNumber.Demand("เวลาที่สะดวก", line, "BestTime");
        return line.Length <= MostTime ? line : throw new PortalException("contact.time", $"ยาวเกินไป ใช้ได้ไม่เกิน {MostTime} ตัวอักษร", "BestTime");
    }
}
