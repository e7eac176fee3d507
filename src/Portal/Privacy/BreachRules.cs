using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Privacy;

/// <summary>What a note of a breach has to say, and its limits.</summary>
internal static class BreachRules
{
    private const int MostLength = 4_000;

    private const int MostPeople = 100_000_000;

    public static void Demand(BreachText text, DateTimeOffset now)
    {
        if (text.Found > now)
        {
            throw new PortalException("breach.found", "เวลาที่ทราบเหตุต้องไม่อยู่ในอนาคต", "FoundOn");
        }

        foreach (var (field, label, words, isRequired) in new[] { ("What", "เกิดอะไรขึ้น", text.What, true), ("Data", "ข้อมูลอะไรของใคร", text.Data, true), ("Done", "ทำอะไรไปแล้ว", text.Done, false) })
        {
            if (isRequired && !ThaiText.HasLetterOrDigit(words))
            {
                throw new PortalException("breach.empty", $"โปรดบอก{label}", field);
            }

            if (words.Length > MostLength)
            {
                throw new PortalException("breach.long", $"«{label}» ยาวเกินไป ใช้ได้ไม่เกิน {MostLength:N0} ตัวอักษร", field);
            }

            CitizenNumber.Demand($"ช่อง «{label}»", words, field);
        }

        if (text.People is < 0 or > MostPeople)
        {
            throw new PortalException("breach.people", "จำนวนคนเป็นตัวเลขตั้งแต่ 0 เว้นว่างได้ถ้ายังไม่ทราบ", "People");
        }

        DemandTold(text.ToldOffice, "ToldOfficeOn");
        DemandTold(text.ToldPeople, "ToldPeopleOn");

        void DemandTold(DateTimeOffset? told, string field)
        {
            if (told > now || told < text.Found)
            {
                throw new PortalException("breach.told", "เวลาที่แจ้งต้องไม่อยู่ในอนาคต และไม่ก่อนเวลาที่ทราบเหตุ", field);
            }
        }
    }
}
