using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Registers;

public sealed class FormVersionsTests(TestDatabases databases) : PortalTest(databases)
{
    private static readonly Actor Administrator = People.InRole(Role.Administrator, "");

    private readonly Sage _sage = Sage.Create(null, null);

    [Fact]
    public async Task An_old_record_keeps_its_form_until_it_is_written_again()
    {
        await Portal.AreasAsync();
        await Portal.FormsAsync();
        await Portal.Run(db => db.EnterAsync(_sage, Samples.Record("บุญมี"), People.Malee, Now, Stop));
        await AddAsync(Next());

        Assert.Equal((80, "sage--1"), await LookAsync());
        await Portal.Run(db => db.SubmitAsync<Sage>(_sage.Id, People.Malee, Now, Stop));
        Assert.Equal((80, "sage--1"), await LookAsync());

        await Portal.Run(db => db.WriteRecordAsync<Sage, SageRecord>(_sage.Id, 1, r => r, People.Malee, Now, Stop));
        Assert.Equal((40, "sage-2"), await LookAsync());
    }

    [Fact]
    public async Task A_province_goes_before_the_country_and_begins_with_its_own_first_version()
    {
        await Portal.AreasAsync();
        await Portal.FormsAsync();
        await AddAsync(Next());
        await AddAsync(Next() with { Area = "31", After = 0 });

        Assert.Equal(("31", 1, "sage-31-1"), await FormAsync("310427"));
        Assert.Equal(("", 2, "sage-2"), await FormAsync("3001"));
        Assert.Equal("form.area", await Refused(() => AddAsync(Next() with { Area = "3104", After = 0 })));
    }

    [Fact]
    public async Task Only_who_runs_the_portal_makes_versions_one_after_the_other_and_the_same_page_twice_is_one()
    {
        await Portal.FormsAsync();
        Assert.Equal("form.forbidden", await Refused(() => AddAsync(Next(), People.FromProvince)));
        var next = Next();
        await AddAsync(next);
        await AddAsync(next);

        Assert.Equal("form.newer", await Refused(() => AddAsync(Next())));
        Assert.Equal("form.wrong", await Refused(() => AddAsync(Next() with { After = 2, Fields = [Registry.Field("name", 10)] })));
        Assert.Equal("form.title", await Refused(() => AddAsync(Next() with { After = 2, Title = " " })));
        Assert.Equal(2, await Portal.Read(db => db.NewestFormAsync(FormKind.Sage, "", Stop)));
    }

    [Fact]
    public async Task A_field_that_is_added_takes_a_code_that_no_version_had()
    {
        await Portal.FormsAsync();
        await AddAsync(Next());
        await AddAsync(Next() with { After = 2, Fields = [.. Next().Fields.Take(2)] });

        var free = await Portal.Read(db => db.FreeCodesAsync(FormKind.Sage, Stop));
        Assert.Equal(["own-5", "own-6"], [free(), free()]);
    }

    [Fact]
    public async Task What_counts_in_a_checklist_is_answered_yes_or_no()
    {
        var checklist = new NextForm(Guid.CreateVersion7(), FormKind.Selection, "", 0, "เกณฑ์", "", [Registry.Field("own-1", 10, FieldType.Text)]);

        Assert.Equal("form.wrong", await Refused(() => AddAsync(checklist)));
        await AddAsync(checklist with { Fields = [Registry.Field("own-1", 10, FieldType.YesNo), Registry.Field("own-2", 0, FieldType.Text) with { Required = false }] });
    }

    private static NextForm Next() => new(
        Guid.CreateVersion7(), FormKind.Sage, "", 1, "แบบใหม่", "", [Registry.Field("name", 20), Registry.Field("area", 20), Registry.Field("own-4", 60, FieldType.YesNo)]);

    private Task AddAsync(NextForm next, Actor? by = null) => Portal.Run(db => db.AddFormAsync(next, by ?? Administrator, Now, Stop));

    private async Task<(int, string)> LookAsync()
    {
        var sage = await Portal.Read(db => db.Sages.AsNoTracking().SingleAsync(s => s.Id == _sage.Id, Stop));
        return (sage.Percent, sage.FormKey);
    }

    private async Task<(string, int, string)> FormAsync(string area)
    {
        var form = (await Portal.Read(db => db.FormForAsync(FormKind.Sage, area, Stop)))!;
        return (form.AreaCode, form.Number, form.Key);
    }
}
