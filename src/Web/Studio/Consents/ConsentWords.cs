using KhokNongNa.Portal;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>Where a consent stands, in words for the office and for the person.</summary>
public static class ConsentWords
{
    /// <summary>«ยินยอมแล้ว ตั้งแต่ 1 พ.ย. 2569 ลงชื่อในเอกสาร ถึง 1 พ.ย. 2570».</summary>
    public static string Say(ConsentState state) => state switch
    {
        { Standing: { } standing } => $"ยินยอมแล้ว ตั้งแต่ {BuddhistDate.Short(standing.Given)} {standing.Method.Name()}{Until(standing)}",
        { Ended: { } ended } => End(ended),
        _ => "ยังไม่ได้ให้",
    };

    /// <summary>Class of the chip that stands beside the words.</summary>
    public static (string Style, string Word) Chip(ConsentState state) => state switch
    {
        { Standing: not null } => ("published", "ยินยอม"),
        { Ended: not null } => ("archived", "ไม่ยินยอมแล้ว"),
        _ => ("draft", "ยังไม่ได้ให้"),
    };

    /// <summary>«ถอนแล้วเมื่อ 8 ก.ค. 2564», or that the last day is over.</summary>
    public static string End(Consent consent) => consent switch
    {
        { WithdrawnAt: null } => "ยังมีผล",
        { WithdrawnAt: { } at, Expires: { } last } when ThaiTime.Day(at) > last => $"หมดอายุเมื่อ {BuddhistDate.Short(last)}",
        { WithdrawnAt: { } at } => $"ถอนแล้วเมื่อ {BuddhistDate.Short(ThaiTime.Day(at))}",
    };

    /// <summary>The purpose by the name that addresses and forms have; <c>null</c> when it is none.</summary>
    public static ConsentPurpose? Purpose(string? code) =>
        Enum.GetValues<ConsentPurpose>().Where(p => p.ToString().Equals(code, StringComparison.OrdinalIgnoreCase)).Cast<ConsentPurpose?>().FirstOrDefault();

    /// <summary>How a purpose stands in an address.</summary>
    public static string Code(ConsentPurpose purpose) => purpose.ToString().ToLowerInvariant();

    private static string Until(Consent consent) => consent.Expires is { } last ? $" หมดอายุ {BuddhistDate.Short(last)}" : " จนกว่าจะถอน";
}
