using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Portal.Tests.Databases;
using KhokNongNa.Portal.Tests.Knowledge.Exchange;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Tests.Searching.Words;

public sealed class DictionaryTests(TestDatabases databases) : ImportTest(databases)
{
    private static readonly Actor Administrator = People.InRole(Role.Administrator, "");

    private readonly TestDatabases _databases = databases;

    [Fact]
    public async Task A_word_comes_changes_and_goes_and_each_asks_for_a_new_index()
    {
        await AddWordAsync(" เสวียนน้อย ");
        var word = Assert.Single(await WordsAsync());
        Assert.Equal(("เสวียนน้อย", 1), (word.Text, word.Version));

        await Portal.Run(db => db.ChangeWordAsync(word.Id, 1, "เสวียนใหญ่", Administrator, Now, Stop));
        await Portal.Run(db => db.RemoveWordAsync(word.Id, Administrator, Now, Stop));
        await Portal.Run(db => db.RemoveWordAsync(word.Id, Administrator, Now, Stop));

        Assert.Empty(await WordsAsync());
        Assert.Equal(
            ["dictionary-word added", "portal reindex-requested", "dictionary-word changed", "portal reindex-requested", "dictionary-word removed", "portal reindex-requested"],
            await VerbsInJournal());
    }

    [Fact]
    public async Task Synonyms_come_change_and_go_without_a_new_index()
    {
        await AddSynonymsAsync("บักใหม่", "มะใหม่", false);
        var pair = Assert.Single(await PairsAsync());
        await Portal.Run(db => db.ChangeSynonymsAsync(pair.Id, 1, "บักใหม่", "มะใหม่", true, Administrator, Now, Stop));
        Assert.True(Assert.Single(await PairsAsync()).IsMutual);
        await Portal.Run(db => db.RemoveSynonymsAsync(pair.Id, Administrator, Now, Stop));

        Assert.Empty(await PairsAsync());
        Assert.Equal(["synonym-pair added", "synonym-pair changed", "synonym-pair removed"], await VerbsInJournal());
    }

    [Theory]
    [InlineData("", "dictionary.empty")]
    [InlineData("   ", "dictionary.empty")]
    [InlineData("ก", "dictionary.short")]
    [InlineData("!!", "dictionary.signs")]
    [InlineData("ก = ข", "dictionary.signs")]
    [InlineData("# หมายเหตุ", "dictionary.signs")]
    public async Task What_is_no_word_is_refused_beside_its_field(string text, string code)
    {
        Assert.Equal(code, await Refused(() => AddWordAsync(text)));
        Assert.Equal(code, await Refused(() => AddSynonymsAsync("มะพร้าว", text, false)));
        Assert.Equal("dictionary.long", await Refused(() => AddWordAsync(new string('ก', 61))));
    }

    [Fact]
    public async Task One_word_stands_there_once_however_it_is_spelt()
    {
        await AddWordAsync("น้ำ EM");
        Assert.Equal("dictionary.twice", await Refused(() => AddWordAsync("นํ้า em")));

        await AddSynonymsAsync("บักใหม่", "มะใหม่", false);
        Assert.Equal("dictionary.twice", await Refused(() => AddSynonymsAsync("บักใหม่", "มะใหม่", true)));
        Assert.Equal("dictionary.twice", await Refused(() => AddSynonymsAsync("มะใหม่", "บักใหม่", true)));
        await AddSynonymsAsync("มะใหม่", "บักใหม่", false);
        Assert.Equal("dictionary.same", await Refused(() => AddSynonymsAsync("em", "EM", false)));
    }

    [Fact]
    public async Task Who_saves_later_is_told_what_the_other_saved()
    {
        await AddWordAsync("เสวียนน้อย");
        var word = Assert.Single(await WordsAsync());
        await Portal.Run(db => db.ChangeWordAsync(word.Id, 1, "เสวียนใหญ่", Administrator, Now, Stop));

        var refusal = await Assert.ThrowsAsync<PortalException>(
            () => Portal.Run(db => db.ChangeWordAsync(word.Id, 1, "เสวียนกลาง", Administrator, Now, Stop)));
        Assert.Contains("เสวียนใหญ่", refusal.Message, StringComparison.Ordinal);

        await Portal.Run(db => db.RemoveWordAsync(word.Id, Administrator, Now, Stop));
        Assert.Equal("dictionary.gone", await Refused(() => Portal.Run(db => db.ChangeWordAsync(word.Id, 2, "เสวียน", Administrator, Now, Stop))));
    }

    [Fact]
    public async Task Only_who_runs_the_portal_may()
    {
        foreach (var actor in new[] { People.Malee, People.Somchai, People.FromProvince, People.InRole(Role.Administrator, "31") })
        {
            Assert.Equal("dictionary.forbidden", await Refused(() => Portal.Run(db => db.AddWordAsync("เสวียน", actor, Now, Stop))));
            Assert.Equal("dictionary.forbidden", await Refused(() => Portal.Run(db => db.AddSynonymsAsync("งัวน้อย", "วัว", false, actor, Now, Stop))));
        }

        Assert.Empty(await Journal());
    }

    [Fact]
    public async Task Lists_are_in_dictionary_order_and_filtered_by_a_part()
    {
        foreach (var word in new[] { "ขนมดิน", "เกษตรดิน", "กบดิน" })
        {
            await AddWordAsync(word);
        }

        Assert.Equal(["กบดิน", "เกษตรดิน", "ขนมดิน"], (await WordsAsync()).Select(w => w.Text));
        Assert.Equal(["ขนมดิน"], (await Portal.Read(db => db.WordsAsync("ขนม", 9, Stop))).Rows.Select(w => w.Text));
    }

    [Fact]
    public async Task The_dictionary_travels_with_the_content()
    {
        await AddWordAsync("เกษตรดิน");
        await AddWordAsync("กบดิน");
        await AddSynonymsAsync("บักใหม่", "มะใหม่", false);
        await AddSynonymsAsync("กบดิน", "กบบ้าน", true);

        var (first, second) = await ExportTwice(_databases);

        Assert.Equal(first, second);
        Assert.Equal(["search/synonyms.txt", "search/words.txt"], first.Keys);
        Assert.Equal("กบดิน\nเกษตรดิน\n", Utf8(first["search/words.txt"]));
        Assert.Equal("กบดิน = กบบ้าน\nบักใหม่ > มะใหม่\n", Utf8(first["search/synonyms.txt"]));
    }

    [Fact]
    public async Task An_import_adds_what_is_missing_and_brings_nothing_back()
    {
        Put("search/words.txt", "# คำของเรา\r\nเสวียนน้อย\r\n\r\nกบดิน # สัตว์\r\n");
        Assert.Equal(1, (await ImportCleanly()).New);
        Assert.Equal(["dictionary-word added", "dictionary-word added", "portal reindex-requested"], await VerbsInJournal());
        await Portal.Run(async db => await db.RemoveWordAsync((await db.DictionaryWords.FirstAsync(w => w.Text == "กบดิน", Stop)).Id, Administrator, Now, Stop));

        Assert.Equal(1, (await ImportCleanly()).Unchanged);
        Assert.Equal(["เสวียนน้อย"], (await WordsAsync()).Select(w => w.Text));
    }

    [Fact]
    public async Task A_bad_line_is_told_with_its_number_and_the_others_go_in()
    {
        Put("search/synonyms.txt", "งัวน้อย > วัว\nไม่มีเครื่องหมาย\nควายน้อย = กระบือ\n");

        var finding = await ImportFindsOne();

        Assert.Equal(("search/synonyms.txt", 2, true), (finding.File, finding.Line, finding.IsError));
        Assert.Equal(2, (await PairsAsync()).Count);
        Assert.Equal(2, (await ImportFindsOne()).Line);
    }

    private static string Utf8(string latin) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(latin));

    private Task AddWordAsync(string text) => Portal.Run(db => db.AddWordAsync(text, Administrator, Now, Stop));

    private Task AddSynonymsAsync(string from, string to, bool isMutual) =>
        Portal.Run(db => db.AddSynonymsAsync(from, to, isMutual, Administrator, Now, Stop));

    private async Task<IReadOnlyList<DictionaryWord>> WordsAsync() => (await Portal.Read(db => db.WordsAsync("", 1, Stop))).Rows;

    private async Task<IReadOnlyList<SynonymPair>> PairsAsync() => (await Portal.Read(db => db.SynonymsAsync("", 1, Stop))).Rows;
}
