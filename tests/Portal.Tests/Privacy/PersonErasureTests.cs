using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Media;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Reading;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Media;
using KhokNongNa.Portal.Tests.Registers;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Privacy;

/// <summary>Forgetting people of the registers.</summary>
public sealed class PersonErasureTests(TestDatabases databases) : PortalTest(databases)
{
    private const string Name = "นางจำปา แสงทองไพร";
    private const string Nickname = "ทิดเมฆ";
    private const string Phone = "0812345678";
    private const string House = "บ้านเลขที่ 77/9";
    private const string Seer = "นายพยานรู้เห็น";
    private const string Key = "sage-jampa";

    private static readonly string[] Personal = ["จำปา", "แสงทองไพร", Nickname, Phone, "081-234-5678", House, Seer, "บ้านน้ำใสแจ๋ว", "ขอให้เติมชื่อเล่นของป้า"];

    [Fact]
    public async Task Of_an_erased_sage_nothing_is_left_in_any_table_and_no_file()
    {
        using var pictures = new Pictures(new PictureStore(new MediaFolder(NewFolder("pictures"))));
        var sage = await RegisterAsync(pictures);
        Assert.Superset(
            new HashSet<string> { "Consents", "RecordRemarks", "RecordRevisions", "SageContacts", "Sages", "Assets" },
            (await Portal.HoldingAsync(Personal)).ToHashSet());
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(Portal.Folder, "pictures"), "*", SearchOption.AllDirectories));
        var before = await Journal();

        await Portal.Run(db => db.EraseSageAsync(pictures, sage, withMember: true, People.Somchai, Now, Stop));

        Assert.Empty(await Portal.HoldingAsync(Personal));
        Assert.Equal(["Journal", "RegisterNumbers"], await Portal.HoldingAsync(sage.ToString()));
        Assert.Empty(await Portal.HoldingAsync(Key));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Portal.Folder, "pictures"), "*", SearchOption.AllDirectories));
        Assert.Null((await Portal.Read(db => JournalAudit.VerifyAsync(db, Stop))).FirstBroken);
        Assert.Equal(before.Select(h => h.Data), (await Journal()).Take(before.Count).Select(h => h.Data));
        Assert.Equal("privacy.none", await Refused(() => Portal.Run(db => db.EraseSageAsync(pictures, sage, true, People.Somchai, Now, Stop))));
    }

    [Fact]
    public async Task The_number_is_never_given_again()
    {
        using var pictures = new Pictures(new PictureStore(new MediaFolder(NewFolder("pictures"))));
        var first = await Portal.SageAsync("a", "นางหนึ่ง");
        await Portal.Run(db => db.EraseSageAsync(pictures, first.Id, false, People.Somchai, Now, Stop));
        await Portal.SageAsync("b", "นางสอง");
        Assert.Equal("3104-P-0002", await Portal.Read(db => db.Sages.Select(s => s.Number).SingleAsync(Stop)));
    }

    [Fact]
    public async Task The_membership_stays_without_the_link_unless_it_is_erased_too()
    {
        using var pictures = new Pictures(new PictureStore(new MediaFolder(NewFolder("pictures"))));
        await Portal.AreasAsync();
        var sage = await Portal.SageAsync(Key, Name);
        var slip = await Portal.Read(db => db.EnrolAsync(new("จำปา", Key, null), Role.Sage, "310427", "", null, People.Somchai, Now, Stop));

        await Portal.Run(db => db.EraseSageAsync(pictures, sage.Id, withMember: false, People.Somchai, Now, Stop));

        var member = await Portal.Read(db => db.Members.SingleAsync(m => m.Id == slip.MemberId, Stop));
        Assert.Equal(("จำปา", "", (DateTimeOffset?)null), (member.Name, member.SageKey, member.ErasedAt));
    }

    [Fact]
    public async Task Texts_stand_without_the_name_and_those_that_mention_it_are_listed()
    {
        using var pictures = new Pictures(new PictureStore(new MediaFolder(NewFolder("pictures"))));
        var sage = await Portal.SageAsync(Key, Name, Samples.Profile() with { GivenName = "จำปา", FamilyName = "แสงทองไพร" });
        var told = await Portal.PublishAsync(Samples.Article("ห่มดินด้วยฟาง") with { Slug = "mulch", Sages = [Key] });
        var mentions = await Portal.PublishAsync(Samples.Article("ไปเยี่ยมแปลง", "วันนั้นป้าจำปาพาเราดูหนองน้ำ"));
        var elsewhere = await Portal.DraftAsync(Samples.Article("ร่างของอำเภออื่น", "ป้าจำปา"), People.FromKhuMueang, "3102");
        await Portal.PublishAsync(Samples.Article("ปลูกกล้วย", "ไม่มีชื่อใคร"));
        var listed = await Portal.Read(async db => await db.TextsOfAsync(await db.Sages.SingleAsync(Stop), People.Somchai, Stop));

        Assert.Equal(new HashSet<(Guid, bool, bool)> { (told, true, false), (mentions, false, true) }, listed.Select(t => (t.Id, t.IsCredited, t.IsMentioned)).ToHashSet());
        Assert.DoesNotContain(listed, t => t.Id == elsewhere);

        await Portal.Run(db => db.EraseSageAsync(pictures, sage.Id, false, People.Somchai, Now, Stop));

        var view = await Portal.Read(db => db.EntryAsync(EntryType.Article, "mulch", Stop));
        Assert.Equal(EntryReading.Unnamed, Assert.Single(view!.Sages).Name);
    }

    [Fact]
    public async Task A_file_does_not_bring_the_person_back()
    {
        using var pictures = new Pictures(new PictureStore(new MediaFolder(NewFolder("pictures"))));
        await Portal.AreasAsync();
        var folder = NewFolder("content");
        Directory.CreateDirectory(Path.Combine(folder, "network", "sages"));
        var file = Path.Combine(folder, "network", "sages", "jampa.md");
        await File.WriteAllTextAsync(file, $"---\nid: {Key}\ntype: sage\ntitle: {Name}\narea: \"310427\"\n---\nเรื่องของป้า\n", Stop);
        await Portal.Import(folder);
        var sage = await Portal.Read(db => db.Sages.Select(s => s.Id).SingleAsync(Stop));

        await Portal.Run(db => db.EraseSageAsync(pictures, sage, false, People.Somchai, Now, Stop));
        var again = await Portal.Import(folder);
        await File.AppendAllTextAsync(file, "อีกบรรทัด\n", Stop);
        await Portal.Import(folder);

        Assert.Equal((0, 0), (again.New, again.Changed));
        Assert.Empty(await Portal.HoldingAsync("จำปา", Key));
    }

    [Fact]
    public async Task The_household_of_a_plot_is_blank_in_record_draft_and_history()
    {
        var plot = Plot.Create(null);
        var record = Registry.Plot("แปลงทดลอง");
        await Portal.Run(db => db.EnterAsync(plot, record with { Profile = record.Profile with { Household = Name } }, People.Malee, Now, Stop));
        await Portal.Run(db => db.SubmitAsync<Plot>(plot.Id, People.Malee, Now, Stop));
        await Portal.Run(db => db.CheckAsync<Plot>(plot.Id, 1, People.Somchai, Now, Stop));
        await Portal.Run(db => db.AcceptAsync<Plot>(plot.Id, 1, People.Prasert, Now, Stop));
        await Portal.Run(db => db.WriteRecordAsync<Plot, PlotRecord>(plot.Id, 1, r => r with { Profile = r.Profile with { Growing = "กล้วย" } }, People.Somchai, Now, Stop));
        Assert.Equal(["Plots", "RecordRevisions"], await Portal.HoldingAsync("จำปา"));

        await Portal.Run(db => db.EraseHouseholdAsync(plot.Id, People.Somchai, Now, Stop));

        Assert.Empty(await Portal.HoldingAsync("จำปา"));
        Assert.Equal("กล้วย", (await Portal.Read(db => db.Plots.SingleAsync(Stop))).Latest.Profile.Growing);
    }

    [Theory]
    [InlineData(CentrePerson.Host, "บ้านป้าสาย", "จำปา")]
    [InlineData(CentrePerson.Contact, "จำปา", "บ้านป้าสาย")]
    public async Task Of_a_centre_only_the_one_person_is_forgotten(CentrePerson person, string gone, string stays)
    {
        var centre = Centre.Create(null);
        var record = new CentreRecord("ศูนย์ทดลอง", "", "310427", new() { Host = "บ้านป้าสาย", HostAgreed = new(2021, 1, 1) }, new() { ContactName = Name, ContactPhone = Phone });
        await Portal.Run(db => db.EnterAsync(centre, record, People.Malee, Now, Stop));

        await Portal.Run(db => db.EraseCentrePersonAsync(centre.Id, person, People.Somchai, Now, Stop));

        Assert.Empty(await Portal.HoldingAsync(gone));
        Assert.NotEmpty(await Portal.HoldingAsync(stays));
        Assert.Equal(person == CentrePerson.Contact, (await Portal.HoldingAsync(Phone)).Count == 0);
    }

    [Fact]
    public async Task All_consents_end_at_once_and_the_page_is_hidden()
    {
        var sage = await Portal.SageAsync(Key, Name);
        await Portal.Run(db => db.OnRecordAsync<Sage>(sage.Id, People.Somchai, Now, async noun => await db.Consents.AddAsync(noun.Consent(Samples.Paper(ConsentPurpose.Photo), People.Somchai, Now), Stop), Stop));

        await Portal.Run(db => db.WithdrawAllAsync(sage.Id, People.Somchai, Now, Stop));

        Assert.Equal(0, await Portal.Read(db => db.Consents.CountAsync(c => c.WithdrawnAt == null, Stop)));
        Assert.False(await Portal.Read(db => db.Sages.Select(s => s.IsPublished).SingleAsync(Stop)));
        Assert.Equal("consent.none", await Refused(() => Portal.Run(db => db.WithdrawAllAsync(sage.Id, People.Somchai, Now, Stop))));
    }

    [Fact]
    public async Task Who_does_not_protect_data_there_erases_nobody()
    {
        using var pictures = new Pictures(new PictureStore(new MediaFolder(NewFolder("pictures"))));
        var sage = await Portal.SageAsync(Key, Name);
        await Portal.PlotAsync("3104-L-0001", Name);
        var plot = await Portal.Read(db => db.Plots.Select(p => p.Id).SingleAsync(Stop));
        foreach (var stranger in (Actor[])[People.FromKhuMueang, People.Malee, People.InRole(Role.CdWorker, "3104"), People.InRole(Role.DepartmentOfficer, "")])
        {
            Assert.Equal("privacy.none", await Refused(() => Portal.Run(db => db.EraseSageAsync(pictures, sage.Id, false, stranger, Now, Stop))));
            Assert.Equal("privacy.none", await Refused(() => Portal.Run(db => db.WithdrawAllAsync(sage.Id, stranger, Now, Stop))));
            Assert.Equal("privacy.none", await Refused(() => Portal.Run(db => db.EraseHouseholdAsync(plot, stranger, Now, Stop))));
            Assert.Equal("privacy.none", await Refused(() => Portal.Run(db => db.OpenFileAsync(PersonKind.Sage, sage.Id, false, stranger, Now, Stop))));
        }
    }

    /// <summary>A sage with everything that a record can hold, a draft among it.</summary>
    private async Task<Guid> RegisterAsync(Pictures pictures)
    {
        await Portal.FormsAsync();
        await Portal.AreasAsync();
        var profile = Samples.Profile() with { GivenName = "จำปา", FamilyName = "แสงทองไพร", Nickname = Nickname, Body = "ป้าจำปาทำนามาสี่สิบปี" };
        var record = new SageRecord(Name, "310427", profile, new() { House = House, Village = "บ้านน้ำใสแจ๋ว", NominatedBy = Seer });
        var sage = Sage.Create(Key, null);
        await Portal.Run(db => db.EnterAsync(sage, record, People.Malee, Now, Stop));
        await Portal.Run(db => db.SubmitAsync<Sage>(sage.Id, People.Malee, Now, Stop));
        await Portal.Run(db => db.ReturnAsync<Sage>(sage.Id, 1, [("nickname", "ขอให้เติมชื่อเล่นของป้า")], People.Somchai, Now, Stop));
        await Portal.Run(db => db.SubmitAsync<Sage>(sage.Id, People.Malee, Now, Stop));
        await Portal.Run(db => db.CheckAsync<Sage>(sage.Id, 1, People.Somchai, Now, Stop));
        await Portal.Run(db => db.AcceptAsync<Sage>(sage.Id, 1, People.Prasert, Now, Stop));
        await Portal.Run(db => db.WriteRecordAsync<Sage, SageRecord>(sage.Id, 1, r => r with { Profile = r.Profile with { Summary = "ป้าจำปาสอนทำฝาย" } }, People.Somchai, Now, Stop));
        var evidence = Guid.Empty;
        foreach (var use in Enum.GetValues<AssetUse>())
        {
            using var upload = new MemoryStream(Photos.Jpeg());
            evidence = await Portal.Read(db => db.AddPictureAsync(pictures, new(upload, new(Subjects.Sage, sage.Id), "310427", use, "ป้าจำปายิ้ม", []), People.Somchai, Now, Stop));
        }

        await Portal.Run(db => db.OnRecordAsync<Sage>(
            sage.Id,
            People.Somchai,
            Now,
            noun =>
            {
                db.Consents.Add(noun.Consent(Samples.Paper(ConsentPurpose.Profile) with { Method = ConsentMethod.Thumbprint, Witness = Seer, EvidenceId = evidence }, People.Somchai, Now));
                db.SageContacts.Add(new SageContact { SageId = sage.Id, Channel = ContactChannel.Phone, Value = Phone, Visibility = Visibility.Staff });
                return Task.CompletedTask;
            },
            Stop));
        await Portal.Write(db => db.ImportedFiles.Add(new() { Type = "sage", Key = Key, Hash = "x", Mark = 1 }));
        await Portal.Read(db => db.EnrolAsync(new("จำปา แสงทองไพร", Key, Phone), Role.Sage, "310427", "", null, People.Somchai, Now, Stop));
        await Portal.Run(db => db.OpenFileAsync(PersonKind.Sage, sage.Id, isExport: true, People.Somchai, Now, Stop));
        return sage.Id;
    }
}
