using System.Reflection;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Web.Studio.Audit;

namespace KhokNongNa.Web.Tests.Studio;

public sealed class VerbWordsTests
{
    private static readonly List<Verb> Verbs = [.. typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Verb>()];

    [Fact]
    public void No_verb_lacks_words() => Assert.Empty(Verbs.Except(VerbWords.All.Select(w => w.Verb)));

    [Fact]
    public void No_fact_lacks_words() => Assert.All(Verbs.SelectMany(v => v.Facts), fact => Assert.True(FactWords.Knows(fact), fact));

    [Fact]
    public void No_kind_of_subject_lacks_a_name() =>
        Assert.Equal(typeof(Subjects).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order(), VerbWords.Kinds.Keys.Order());

    [Fact]
    public void Every_group_has_a_name_and_verbs() =>
        Assert.All(Enum.GetValues<VerbGroup>(), group => Assert.True(VerbWords.Name(group).Length > 0 && VerbWords.In(group).Count > 0));

    [Fact]
    public void A_verb_about_something_names_it_and_one_about_the_portal_does_not() =>
        Assert.All(VerbWords.All, word => Assert.Equal(word.Verb.Subject != Subjects.Portal, word.Pattern.Contains("{0}", StringComparison.Ordinal)));
}
