using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai.Tests;

namespace KhokNongNa.Portal.Tests.Privacy;

public sealed class ContactValueTests
{
    public static TheoryData<string, string, string, string> Contacts
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var row in SpecTable.Rows("contacts.md").Where(r => r.Length >= 4))
            {
                data.Add(row[0], row[1], row[2], row[3]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Contacts))]
    public void A_contact_is_read_as_specified(string kind, string typed, string kept, string shown)
    {
        var isRead = ContactValue.TryRead(Enum.Parse<ContactChannel>(kind), typed, out var value, out var why);

        Assert.Equal((kept, shown), isRead ? (value!.Value, value.Shown) : ("", why));
    }

    [Fact]
    public void What_is_kept_or_shown_is_read_as_the_same_again()
    {
        foreach (var row in SpecTable.Rows("contacts.md").Where(r => r.Length >= 4 && r[2].Length > 0))
        {
            foreach (var again in row[2..4])
            {
                Assert.True(ContactValue.TryRead(Enum.Parse<ContactChannel>(row[0]), again, out var value, out _), again);
                Assert.Equal(row[2], value!.Value);
            }
        }
    }

    [Theory]
    [InlineData(ContactChannel.Phone, "081-234-5678", "tel:+66812345678")]
    [InlineData(ContactChannel.Line, "khoknongna", "https://line.me/ti/p/~khoknongna")]
    [InlineData(ContactChannel.Line, "@khoknongna", "https://line.me/R/ti/p/@khoknongna")]
    [InlineData(ContactChannel.Line, "lin.ee/AbC1234", "https://lin.ee/AbC1234")]
    [InlineData(ContactChannel.Facebook, "khoknongna", "https://www.facebook.com/khoknongna")]
    [InlineData(ContactChannel.Email, "a@example.com", "mailto:a@example.com")]
    public void A_tap_leads_there(ContactChannel kind, string typed, string link)
    {
        Assert.True(ContactValue.TryRead(kind, typed, out var value, out _));
        Assert.Equal(link, value!.Link);
    }

    [Fact]
    public void Nothing_typed_is_an_error_of_the_portal()
    {
        foreach (var kind in Enum.GetValues<ContactChannel>())
        {
            foreach (var text in new[] { "", " ", "\ud800", new string('0', 10_000), new string('a', 300), "0", "@", "https://", "ต่อ 1", "+66", "66", "a@" })
            {
                Assert.Equal(ContactValue.TryRead(kind, text, out var value, out var why), value is not null);
                Assert.Equal(value is null, why.Length > 0);
            }
        }
    }
}
