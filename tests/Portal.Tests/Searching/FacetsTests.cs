using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Searching;

namespace KhokNongNa.Portal.Tests.Searching;

public sealed class FacetsTests
{
    [Theory]
    [InlineData(0, "free 500")]
    [InlineData(1, "500")]
    [InlineData(500, "500")]
    [InlineData(500.5, "2000")]
    [InlineData(2000, "2000")]
    [InlineData(2000.01, "more")]
    [InlineData(1_000_000, "more")]
    public void A_cost_lies_in_every_band_whose_words_are_true_of_it(double baht, string bands) =>
        Assert.Equal(bands, string.Join(' ', CostBand.Of((decimal)baht).Select(b => b.Code)));

    [Fact]
    public void A_lesson_is_found_by_what_its_fields_say_and_any_soil_is_each_of_them()
    {
        var facets = Facets.Of(new LessonFields
        {
            Difficulty = Difficulty.Easy,
            CostBaht = 120,
            Seasons = [Season.Hot, Season.Cool],
            Soils = [Soil.Any],
            Parts = [PlotPart.Khok],
            Steps = [new Step("", "", null, "compost/layers.svg", "")],
        });

        Assert.Equal(
            "cost=500 difficulty=easy media=pictures part=khok season=cool season=hot soil=acid soil=clay soil=loam soil=saline soil=sandy",
            string.Join(' ', facets.Select(f => $"{f.Facet}={f.Value}").Order(StringComparer.Ordinal)));
        Assert.Empty(Facets.Of(new LessonFields()));
        Assert.Empty(Facets.Of((LessonFields?)null));
    }
}
