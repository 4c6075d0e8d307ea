import { errorSentence } from '../../ui/notice'

/** What could not be done, and the register's sentence: shown above the choices until the next attempt. */
export interface Echec {
  titre: string
  message: string
}
export type SignaleEchec = (echec: Echec | undefined) => void

/** Runs an attempt; its failure is shown where it was asked, in place of the former one. */
export async function tenter(titre: string, signaler: SignaleEchec, attempt: () => Promise<unknown>): Promise<void> {
  signaler(undefined)
  try {
    await attempt()
  } catch (error) {
    const { message, reference } = errorSentence(error)
    signaler({ titre, message: reference === undefined ? message : `${message} Référence ${reference}.` })
  }
}
