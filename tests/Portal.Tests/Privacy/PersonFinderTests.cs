using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Privacy;

/// <summary>Finding somebody who asks what is kept, and telling them.</summary>
public sealed class PersonFinderTests(TestDatabases databases) : PortalTest(databases)
{
    private const string Phone = "0812345678";

    private Sage _sage = null!;
    private Slip _slip = null!;

    [Theory]
    [InlineData("จำปา แสงทอง")]
    [InlineData("จ๋ำปา")]
    [InlineData("นายจำปา")]
    [InlineData("ป้าจำปา แสงทองไพร")]
    public async Task A_name_is_found_in_every_register_whatever_tones_and_titles(string typed)
    {
        await BeginAsync();
        Assert.Equal(Enum.GetValues<PersonKind>(), await FoundAsync(typed, People.Somchai));
    }

    [Fact]
    public async Task A_telephone_number_is_found_whole_however_it_is_written()
    {
        await BeginAsync();
        Assert.Equal([PersonKind.Sage, PersonKind.Member, PersonKind.Contact], await FoundAsync("๐๘๑-๒๓๔ 5678", People.Somchai));
        Assert.Equal("privacy.words", await Refused(() => FoundAsync("081234", People.Somchai)));
    }

    [Fact]
    public async Task Numbers_of_the_register_and_of_the_slip_are_found()
    {
        await BeginAsync();
        Assert.Equal([PersonKind.Sage], await FoundAsync(" ๓๑๐๔-p-0001 ", People.Somchai));
        Assert.Equal([PersonKind.Household], await FoundAsync("3104-L-0001", People.Somchai));
        Assert.Equal([PersonKind.Member], await FoundAsync(_slip.Number, People.Somchai));
    }

    [Fact]
    public async Task Nobody_is_found_outside_of_the_own_area()
    {
        await BeginAsync();
        Assert.Empty(await FoundAsync("จำปา", People.FromKhuMueang));
        Assert.Equal(5, (await FoundAsync("จำปา", People.FromProvince)).Count);
        Assert.Equal("privacy.forbidden", await Refused(() => FoundAsync("จำปา", People.InRole(Role.CdWorker, "3104"))));
        Assert.Equal("privacy.forbidden", await Refused(() => FoundAsync("จำปา", People.InRole(Role.DepartmentOfficer, ""))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ก")]
    [InlineData("็่้")]
    [InlineData("1234567890123")]
    public async Task What_says_too_little_is_refused_and_leaves_nothing(string typed)
    {
        await BeginAsync();
        var before = (await Journal()).Count;
        Assert.Equal("privacy.words", await Refused(() => FoundAsync(typed, People.Somchai)));
        Assert.Equal(before, (await Journal()).Count);
    }

    [Fact]
    public async Task A_search_is_recorded_with_a_count_and_no_word()
    {
        await BeginAsync();
        await FoundAsync("จำปา", People.Somchai);
        Assert.Equal(("privacy-searched", """{"found":5}""", People.Somchai.Id), (await Journal()).Select(h => (h.Verb, h.Data, h.ActorId)).Last());
    }

    [Fact]
    public async Task The_file_says_everything_and_the_look_is_recorded()
    {
        await BeginAsync();
        await Portal.PublishAsync(Samples.Article("ห่มดิน", "ป้าจำปาสอน") with { Sages = [_sage.Key] });

        var file = await Portal.Read(db => db.OpenFileAsync(PersonKind.Sage, _sage.Id, isExport: false, People.Somchai, Now, Stop));

        Assert.Contains(file.Answers, a => a.Text.Contains("77/9", StringComparison.Ordinal));
        Assert.Equal("081-234-5678", Assert.Single(file.Contacts).Value);
        Assert.Equal(ConsentPurpose.Profile, Assert.Single(file.Consents).Purpose);
        Assert.Equal((true, true), file.Texts.Select(t => (t.IsCredited, t.IsMentioned)).Single());
        Assert.Equal(People.Somchai.Id, Assert.Single(file.Looks).Row.ActorId);
        Assert.Contains(file.Rows, r => r.Is(Verbs.ConsentGiven));
        Assert.Equal(_slip.MemberId, file.Summary.Linked!.Id);
        Assert.DoesNotContain("sage data-exported", await VerbsInJournal());

        var member = await Portal.Read(db => db.OpenFileAsync(PersonKind.Member, _slip.MemberId, isExport: true, People.Somchai, Now, Stop));
        Assert.Equal("081-234-5678", Assert.Single(member.Contacts).Value);
        Assert.Equal((0, 0), member.Sessions);
        Assert.Equal(["data-exported", "contact-seen"], member.Looks.Select(l => l.Row.Verb));
    }

    private async Task BeginAsync()
    {
        await Portal.AreasAsync();
        _sage = await Portal.SageAsync("sage-jampa", "นางจำปา แสงทองไพร");
        await Portal.Write(async db =>
        {
            var sage = await db.Sages.SingleAsync(Stop);
            await db.PutAsync(sage, sage.Latest with { Private = new() { House = "77/9" } }, Actor.System, Now, CheckState.Accepted, Stop);
            db.SageContacts.Add(new() { SageId = sage.Id, Channel = ContactChannel.Phone, Value = Phone, Visibility = Visibility.Staff });
        });
        _slip = await Portal.Read(db => db.EnrolAsync(new("จำปา แสงทองไพร", _sage.Key, Phone), Role.Sage, "310427", "", null, People.Somchai, Now, Stop));
        await Portal.PlotAsync("3104-L-0001", "นางจำปา แสงทองไพร");
        var centre = Centre.Create(null);
        var record = new CentreRecord("ศูนย์ทดลอง", "", "310427", new() { Host = "ครอบครัวนางจำปา แสงทองไพร" }, new() { ContactName = "นางจำปา แสงทองไพร", ContactPhone = "081-2345678" });
        await Portal.Run(db => db.EnterAsync(centre, record, People.Malee, Now, Stop));
    }

    private async Task<IReadOnlyList<PersonKind>> FoundAsync(string typed, Actor by) =>
        [.. (await Portal.Read(db => db.FindPeopleAsync(typed, by, Now, Stop))).Select(f => f.Kind)];
}
