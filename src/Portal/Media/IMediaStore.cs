namespace KhokNongNa.Portal.Media;

/// <summary>
/// Where files of uploaded pictures lie: <see cref="MediaFolder"/> unless another one is registered, such as a store in a network. Names have
/// parts with <c>/</c> between them and are never what somebody typed.
/// </summary>
public interface IMediaStore
{
    /// <summary>Writes a file whole or not at all; one that is there is replaced.</summary>
    Task WriteAsync(string name, byte[] bytes, CancellationToken cancellationToken);

    /// <summary>The file from its beginning, in which one can seek; <c>null</c> when there is none.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>Bytes; <c>null</c> when there is no such file.</summary>
    Task<long?> LengthAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes whatever lies below a folder, if anything does.</summary>
    Task DeleteAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Last parts of the names of folders that lie directly in a folder; of the topmost for an empty name.</summary>
    IAsyncEnumerable<string> FoldersAsync(string folder, CancellationToken cancellationToken);
}
