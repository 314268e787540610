namespace QualityGovernance.Deployment.Engine;

/// <summary>What provisioning asks the machine it runs on, and the few things it does to it without a program.</summary>
public interface IMachine
{
    bool IsLinux { get; }

    bool IsRoot { get; }

    /// <summary>A variable of the environment; null where it is not set.</summary>
    string? Variable(string name);

    /// <summary>All programs of that name: in the order of PATH, then in the system directories that PATH may leave out; links to the same file once.</summary>
    IReadOnlyList<string> FindAll(string program);

    /// <returns>Null when there is no such file.</returns>
    string? ReadText(string path);

    bool Exists(string path);

    /// <summary>Files below a directory that may be absent.</summary>
    IReadOnlyList<string> Files(string directory, string pattern);

    void Delete(string path);

    /// <summary>Whether somebody accepts connections on this local socket.</summary>
    bool SocketAnswers(string path);
}
