using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Programme.Sheets;

public sealed class SheetExportTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly SageProfile Profile = new()
    {
        Nickname = "ลุงดำ", Summary = "คนห่มดิน", Expertise = [new("soil", "ห่มดิน", 20, [Ability.Teach]), new("", "เลี้ยงปลา", null, [])], LearntFrom = ["sage-secret"], Kind = SageKind.Leader,
    };

    private static readonly SagePrivate Hidden = new() { House = "99/9", Moo = 4, Village = "โนนสูง", BirthYear = 1950, Latitude = 14.91234, Longitude = 103.12345, NominatedBy = "ผู้ใหญ่แก้ว" };

    [Fact]
    public async Task The_working_sheet_has_what_the_office_may_see_in_dictionary_order_and_is_recorded()
    {
        await StartAsync();
        await SageAsync("s1", "นายขาว ทองดี", "310427");
        await SageAsync("s2", "นายกล้า แก่นไม้", "310401");
        await SageAsync("s3", "นางอื่น อำเภออื่น", "310201");

        var file = await Working(People.Somchai, "3104");

        Assert.Equal(["นายกล้า แก่นไม้", "นายขาว ทองดี"], Column(file, "name"));
        Assert.Equal(["นางรอง", "หนองโสน"], Column(file, SheetColumns.Tambon));
        Assert.Equal(["310401", "310427"], Column(file, SheetColumns.AreaCode));
        Assert.All(Column(file, SheetColumns.Number), number => Assert.Matches("^3104-P-000[12]$", number));
        Assert.Equal(["99/9", "99/9"], Column(file, "house"));
        Assert.Equal(["ห่มดิน", "ห่มดิน"], Column(file, "expertise.0.topic"));
        Assert.Equal(["เลี้ยงปลา", "เลี้ยงปลา"], Column(file, "expertise.1.what"));
        Assert.DoesNotContain(file.Columns, c => c.Code is "expertise.2.what" or "contact.phone");
        Assert.Equal("""{"register":"sage","area":"3104","rows":2,"kind":"working"}""", (await Journal())[^1].Data);
        foreach (var (actor, area) in ((Actor, string)[])[(People.FromKhuMueang, "3104"), (People.Malee, "3104"), (People.InRole(Role.DepartmentOfficer, ""), "3104"), (People.Somchai, "31"), (People.Somchai, "")])
        {
            Assert.Equal("sheet.forbidden", await Refused(() => Working(actor, area)));
        }
    }

    [Fact]
    public async Task The_latest_wording_is_in_the_working_sheet_and_the_accepted_one_is_passed_on()
    {
        await StartAsync();
        var sage = await SageAsync("s1", "นายขาว ทองดี", "310427", ConsentPurpose.Province);
        await Portal.Read(db => db.WriteRecordAsync<Sage, SageRecord>(sage, 1, r => r with { Profile = r.Profile with { Nickname = "ชื่อร่าง" } }, People.Malee.As(Permission.Check), Now, Stop));

        Assert.Equal(["ชื่อร่าง"], Column(await Working(People.Somchai, "3104"), "nickname"));
        Assert.Equal(["ลุงดำ"], Column(await Passed(People.Somchai, "3104"), "nickname"));
    }

    [Fact]
    public async Task Telephone_numbers_are_in_it_only_when_asked_for_and_each_is_a_look()
    {
        await StartAsync();
        var sage = await SageAsync("s1", "นายขาว ทองดี", "310427");
        await SageAsync("s2", "นายไม่มีเบอร์", "310427");
        await Portal.Run(db => db.AddContactAsync(sage, new(ContactChannel.Phone, "0812345678", Visibility.Staff, ""), People.Somchai, Now, Stop));

        var file = await Working(People.Somchai, "3104", phones: true);

        Assert.Equal(["081-234-5678", ""], Column(file, "contact.phone"));
        Assert.Equal([sage], (await Journal()).Where(h => h.Verb == Verbs.SageContactSeen.Name).Select(h => h.SubjectId));
        Assert.Equal("sheet.forbidden", await Refused(() => Working(People.Somchai.Without(Permission.ReadContacts), "3104", phones: true)));
    }

    [Fact]
    public async Task Only_what_a_person_agreed_to_is_passed_on()
    {
        await StartAsync();
        await SageAsync("sage-secret", "นางลับ ไม่ยินยอม", "310427");
        await SageAsync("s2", "นายจังหวัด ยินยอม", "310427", ConsentPurpose.Province);
        await SageAsync("s3", "นายบ้าน ยินยอม", "310427", ConsentPurpose.Province, ConsentPurpose.Home);
        var gone = await SageAsync("s4", "นางถอน คืนแล้ว", "310427", ConsentPurpose.Province);
        await Portal.WithdrawAsync(gone, ConsentPurpose.Province);
        await SageAsync("s5", "นายหน้าเว็บ เท่านั้น", "310427", ConsentPurpose.Profile);

        var file = await Passed(People.InRole(Role.DepartmentOfficer, ""), "31");

        Assert.Equal(["นายจังหวัด ยินยอม", "นายบ้าน ยินยอม", "ไม่เปิดเผย", "ไม่เปิดเผย", "ไม่เปิดเผย"], Column(file, "name"));
        Assert.Equal(["ไม่เปิดเผย", "โนนสูง", "ไม่เปิดเผย", "ไม่เปิดเผย", "ไม่เปิดเผย"], Column(file, "village.name"));
        Assert.Equal(Enumerable.Repeat("ครูพาทำ", 5), Column(file, "kind"));
        Assert.Equal(Enumerable.Repeat("หนองโสน", 5), Column(file, SheetColumns.Tambon));
        Assert.All(Column(file, SheetColumns.Number), number => Assert.Matches("^3104-P-000[1-5]$", number));
        var all = string.Join('\n', file.Rows.SelectMany(r => r));
        foreach (var secret in (string[])["นางลับ", "sage-secret", "นางถอน", "หน้าเว็บ", "99/9", "2493", "14.9", "ผู้ใหญ่แก้ว"])
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(file.Columns, c => c.Code is SheetColumns.Id or "house" or "position" or "birth-year" or "nominated-by" or "contact.phone");
        Assert.Equal("""{"register":"sage","area":"31","rows":5,"kind":"passing-on"}""", (await Journal())[^1].Data);
        foreach (var (actor, area) in ((Actor, string)[])[(People.FromKhuMueang, "3104"), (People.InRole(Role.CdWorker, "3104"), "3104"), (People.Malee, "3104"), (People.Somchai, "31")])
        {
            Assert.Equal("sheet.forbidden", await Refused(() => Passed(actor, area)));
        }
    }

    [Fact]
    public async Task Households_and_hosts_who_did_not_agree_are_not_passed_on()
    {
        await StartAsync();
        await Portal.PlotAsync("3104-L-0001", "นายเจ้าของ แปลง");
        await Portal.Write(async db =>
        {
            foreach (var (key, agreed) in ((string, DateOnly?)[])[("a", new DateOnly(2021, 1, 1)), ("b", null)])
            {
                var centre = Centre.Create(key);
                db.Centres.Add(centre);
                await db.PutAsync(centre, new CentreRecord("ศูนย์ " + key, "", "310427", new() { Host = "บ้าน " + key, HostAgreed = agreed }, new() { ContactName = "คนประสาน", ContactPhone = "0811111111" }), Actor.System, Now, CheckState.Accepted, Stop);
            }
        });

        var plots = await Portal.Read(db => db.PassingOnSheetAsync<Plot, PlotRecord>(FormKind.Plot, PlotForm.Instance, "3104", People.Somchai, Now, Stop));
        var centres = await Portal.Read(db => db.PassingOnSheetAsync<Centre, CentreRecord>(FormKind.Centre, CentreForm.Instance, "3104", People.Somchai, Now, Stop));

        Assert.Equal("3104-L-0001", Assert.Single(Column(plots, SheetColumns.Number)));
        Assert.Equal(["บ้าน a", "ไม่เปิดเผย"], Column(centres, "host.name"));
        var all = string.Join('\n', plots.Rows.Concat(centres.Rows).SelectMany(r => r));
        Assert.DoesNotContain("เจ้าของ", all, StringComparison.Ordinal);
        Assert.DoesNotContain("คนประสาน", all, StringComparison.Ordinal);
        Assert.DoesNotContain("บ้าน b", all, StringComparison.Ordinal);
    }

    private static List<string> Column(SheetFile file, string code)
    {
        var at = file.Columns.ToList().FindIndex(c => c.Code == code);
        return [.. file.Rows.Select(r => r[at])];
    }

    private Task<SheetFile> Working(Actor by, string area, bool phones = false) =>
        Portal.Read(db => db.WorkingSheetAsync<Sage, SageRecord>(FormKind.Sage, SageForm.Instance, area, phones, by, Now, Stop));

    private Task<SheetFile> Passed(Actor by, string area) =>
        Portal.Read(db => db.PassingOnSheetAsync<Sage, SageRecord>(FormKind.Sage, SageForm.Instance, area, by, Now, Stop));

    private async Task StartAsync()
    {
        await Portal.AreasAsync();
        await Portal.TopicAsync("soil", "ห่มดิน");
        await Portal.Write(db =>
        {
            foreach (var kind in (FormKind[])[FormKind.Sage, FormKind.Plot, FormKind.Centre])
            {
                string[] staff = ["sex", "birth-year", "village", "house", "position", "contact", "nominated-by", "source", "household", "land-right", "drawing", "growing", "income", "notes", "own-1"];
                var form = FormDefinition.Create($"full-{kind}".ToLowerInvariant());
                form.Write(kind, 9, "", "แบบเต็ม", "", [.. SampleRecords.Form(kind).Fields.Select(f => f with { Visibility = staff.Contains(f.Code) && !(kind == FormKind.Centre && f.Code == "village") ? Visibility.Staff : Visibility.Public })], Actor.System, Now);
                db.FormDefinitions.Add(form);
            }
        });
    }

    private async Task<Guid> SageAsync(string key, string name, string area, params ConsentPurpose[] consents)
    {
        var sage = Sage.Create(key, null);
        await Portal.Write(async db =>
        {
            db.Sages.Add(sage);
            await db.PutAsync(sage, new SageRecord(name, area, Profile, Hidden), Actor.System, Now, CheckState.Accepted, Stop);
            db.Consents.AddRange(consents.Select(c => sage.Consent(Samples.Paper(c), Actor.System, Now)));
        });
        return sage.Id;
    }
}

internal static class Changed
{
    public static Actor As(this Actor actor, Permission permission) => actor with { Grants = [.. actor.Grants, new(permission, "3104")] };

    public static Actor Without(this Actor actor, Permission permission) => actor with { Grants = [.. actor.Grants.Where(g => g.Permission != permission)] };
}
