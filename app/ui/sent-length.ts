/** How long a text is once it is sent: a form sends each line end as two characters. */
export const sentLength = (text: string): number => text.replace(/\r?\n/g, '\r\n').length;
