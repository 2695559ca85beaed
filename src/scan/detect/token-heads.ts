/**
 * A session token is a message in Protocol Buffers: a byte, the tag of a text, its length, and the text, which names
 * the issuer: "aws", "er/aws", "origin_ec". No text in base64 has the length as a control character.
 */
export const HEAD_OF_SESSION_TOKEN = '[A-Za-z0-9+/][AQgw]o[A-P](?:YXdz|ZXIvYXdz|b3JpZ2luX2Vj)';

export const HEAD_OF_BEDROCK_KEY = 'ABSK';
export const HEAD_OF_SHORT_TERM_KEY = 'bedrock-api-key-';
