export const comparePeers = async (_o: unknown, _s: unknown): Promise<string[]> => [];
