namespace KhokNongNa.Web.Tests.Processes;

/// <summary>Tests that start processes: one after another, when the tests that share this process have ended.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection : ICollectionFixture<PublishedPortal>
{
    public const string Name = "processes";
}
