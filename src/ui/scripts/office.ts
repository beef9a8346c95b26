// What the office adds to its pages: each enhancement stands in a file of its own and is listed here.
export {};
