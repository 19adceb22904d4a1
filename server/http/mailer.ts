import { createTransport } from 'nodemailer'

/** Sends one plain message; rejects when the mail server does not take it. */
export type SendMail = (message: { to: string; subject: string; text: string }) => Promise<void>

/**
 * Mail through an SMTP server, as in `smtps://user:password@mail.example.org`. The sender is `?from=…` of the address, else
 * its user where that is an e-mail address.
 */
export function createMailer(smtpUrl: string): SendMail {
  const url = new URL(smtpUrl)
  const user = decodeURIComponent(url.username)
  const from = url.searchParams.get('from') ?? (user.includes('@') ? user : `parley@${url.hostname}`)
  const transport = createTransport(smtpUrl)
  return async message => {
    await transport.sendMail({ from, ...message })
  }
}
