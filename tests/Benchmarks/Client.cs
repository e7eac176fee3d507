using System.Net.Sockets;
using System.Text;

namespace KhokNongNa.Benchmarks;

/// <summary>One kept connection that asks and reads, with as little work of its own as can be: client and server share the processors.</summary>
internal sealed class Client : IDisposable
{
    private static readonly byte[] Length = "Content-Length: "u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];

    public static async Task<Client> ConnectAsync(Uri address)
    {
        var client = new Client();
        await client._socket.ConnectAsync(address.Host, address.Port);
        return client;
    }

    /// <param name="path">Path and query, percent-encoded.</param>
    public static byte[] Request(Uri address, string path) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept-Encoding: br\r\n\r\n");

    /// <summary>Asks once.</summary>
    /// <returns>Bytes of the answer, head and body.</returns>
    public async Task<int> AskAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        for (var (filled, head, length) = (0, 0, 0); ;)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            filled += read > 0 ? read : throw new InvalidOperationException("The portal closed the connection.");
            if (head == 0 && _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) is > 0 and var end)
            {
                (head, length) = (end + 4, Body(_buffer.AsSpan(0, end)));
            }

            // Without a length the body comes in chunks, of which the last is empty.
            if (head > 0 && (length >= 0 ? filled == head + length : _buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8)))
            {
                return filled;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    // Bytes of the body; -1 when the head does not say.
    private static int Body(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(Encoding.ASCII.GetString(head));
        }

        var start = head.IndexOf(Length);
        if (start < 0)
        {
            return -1;
        }

        var digits = head[(start + Length.Length)..];
        return int.Parse(digits[..(digits.IndexOf((byte)'\r') is >= 0 and var end ? end : digits.Length)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
