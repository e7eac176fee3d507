using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Programme;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Knowledge.Exchange;

public sealed class DirectiveFileTests(TestDatabases databases) : ImportTest(databases)
{
    private const string Tasks = "tasks:\n  - key: a\n    text: ทำ\n    kind: centres\n    least: 2\n    plots_per: 25\n    spread: true";

    private readonly TestDatabases _databases = databases;

    [Fact]
    public async Task A_directive_comes_out_as_it_went_in_and_is_rewritten_when_its_file_changes()
    {
        PutDirective($"to:\n  - 31\ndue: 2021-07-09\n{Tasks}");
        await ImportCleanly();
        var (first, second) = await ExportTwice(_databases);
        Assert.Equal(first, second);
        Assert.Contains("programme/directives/letter.md", first.Keys);

        PutDirective(Tasks);
        Assert.Equal(1, (await ImportCleanly()).Changed);

        Directive directive = await Portal.Read(db => db.Directives.SingleAsync(Stop));
        Assert.Null(directive.Text.Due);
    }

    [Theory]
    [InlineData("to:\n  - 9999", 8)]
    [InlineData("due: 2021-07-07", 7)]
    [InlineData("tasks:\n  - key: a\n    text: ทำ", 8)]
    public async Task A_directive_that_cannot_be_is_refused_with_its_line(string keys, int line)
    {
        PutDirective(keys);

        var finding = await ImportFindsOne();

        Assert.Equal((line, true), (finding.Line, finding.IsError));
    }

    private void PutDirective(string keys)
    {
        Put("areas/areas.csv", "code,name_th,name_en,postcode,lat,lon\n31,บุรีรัมย์,Buri Ram,,,\n");
        Put("programme/directives/letter.md", $"---\nid: letter\ntype: directive\ntitle: เรื่อง\nnumber: ว ๑\ndate: 2021-07-08\n{keys}\n---\n\nข้อความ\n");
    }
}
