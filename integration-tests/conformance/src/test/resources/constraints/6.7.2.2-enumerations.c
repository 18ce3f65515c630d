/* p2: an integer constant expression; 6.7p3: each name once. */
int n;
enum fine { A, B = 5, C = B + 1, D = -1 };
enum variable { E = n };
enum real { F = 1.5 };
enum twice { G, A };
enum again { H, H };
enum text { I = "i" };
