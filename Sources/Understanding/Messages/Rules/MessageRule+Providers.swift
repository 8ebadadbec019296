internal import MediaDomain

extension MessageRule {
    /// What news servers and the accounts on them answer; response codes after RFC 3977 and RFC 4643.
    static let providers: [MessageRule] =
        rules(
            .account,
            """
            failed login for server | login failed for server | login to server * failed |
            authorization for * failed | authentication failed for server | 481 authentication |
            482 authentication | 480 authentication | too many connections |
            maximum number of connections | connection limit | max connections | account expired |
            account has expired | account is expired | subscription expired | subscription has expired |
            subscription has ended | account suspended | account disabled | account is disabled |
            account is suspended | account locked | account is locked | account sharing |
            block exhausted | block account | byte limit | bytes limit | download limit exceeded |
            download limit reached | data limit | usage limit | has used the specified quota |
            quota spent | quota exceeded | quota reached | out of quota | is expiring in |
            expires in * day | wrong username or password | incorrect username or password |
            invalid username or password | username or password | check username/password |
            requires username and password | authentication rejected | authentication required on server |
            502 access | 502 permission | 502 too many | 502 you have | 502 authentication |
            access restricted | no active subscription | payment required | your plan |
            simultaneous connections | connections for this account | user is already logged in |
            exceeded the * number of ip | login from too many | already in use from another ip
            """
        )
        + rules(
            .account,
            .likely,
            from: [.sabnzbd, .nzbget],
            "authentication failed | login failed | access denied | authentication error"
        )
        + rules(
            .providerUnreachable,
            """
            cannot connect to server | could not connect to server * news | failed to connect: |
            will be ignored for | server name does not resolve | name does not resolve |
            could not establish connection | blocking * for * sec | server quit during login |
            there are no active servers | no active servers | all servers are |
            news server * unreachable | no response from server | no response from news |
            server closed connection | lost connection to server | news server * not answer |
            news server * timed out | news server * down | usenet server * unreachable |
            usenet server * down | usenet provider * unreachable | usenet server * timed out |
            error connecting to server | connecting * failed, message | failed to initialize ¤ |
            certificate not valid. this is most probably a server issue | untrusted certificate |
            certificate hostname mismatch | server address * is not valid |
            400 service temporarily unavailable | 400 server too busy | 400 idle timeout |
            tls handshake failed | ssl handshake | nntp * timed out | nntp * refused |
            nntp * unreachable | news * connection refused | server * is offline | server unavailable
            """
        )
        + rules(
            .providerUnreachable,
            .likely,
            from: [.sabnzbd, .nzbget],
            """
            connection refused | timed out | connection reset | network is unreachable |
            no route to host | temporary failure in name resolution | name or service not known |
            getaddrinfo | broken pipe | connection aborted | errno 111 | errno 110 | errno 104 |
            errno 101 | errno 113 | unreachable | ssl error
            """
        )
        + rules(
            .clientUnreachable,
            .likely,
            from: [.sonarr, .radarr, .lidarr],
            """
            connection refused * :8080 | sabnzbd * refused | sabnzbd * timed out | qbittorrent * refused |
            nzbget * refused
            """
        )
}
