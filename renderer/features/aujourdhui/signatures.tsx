import type { Signature } from '../../../shared/domain/aujourdhui/aujourdhui'
import { motEnAttente } from '../../../shared/domain/lettre-de-mission/etats'
import { joursDAttente } from '../../../shared/domain/lettre-de-mission/attente'
import { compte } from '../../../shared/nombres'
import { paths } from '../../paths'
import { Section } from '../../ui/section'
import classes from './aujourdhui.module.css'

/** Letters that wait for a signature, by whose turn it is. */
export function Signatures({ signatures, jour }: { signatures: readonly Signature[]; jour: string }) {
  if (signatures.length === 0) return null
  const total = signatures.reduce((somme, { lettres }) => somme + lettres.length, 0)
  return (
    <Section
      title={motEnAttente}
      actions={
        <a className={classes.tout} href={paths.lettres.href({}, { filtre: 'enAttente' })}>
          {compte(total, 'lettre')}
        </a>
      }
    >
      {signatures.map((signature) => (
        <Groupe key={signature.signataire} signature={signature} jour={jour} />
      ))}
    </Section>
  )
}

function Groupe({ signature: { signataire, lettres }, jour }: { signature: Signature; jour: string }) {
  const attente = Math.max(...lettres.map(({ depuisLe }) => joursDAttente(depuisLe, jour) ?? -1))
  return (
    <details className={classes.groupe}>
      <summary>
        <span className={classes.textes}>
          <span>{signataire}</span>
          {attente >= 0 && <span className={classes.detail}>la plus ancienne depuis {compte(attente, 'jour')}</span>}
        </span>
        <span className={classes.nombre}>{lettres.length}</span>
      </summary>
      <ul className={classes.lignes}>
        {lettres.map((lettre) => (
          <li key={lettre.id}>
            <a className={classes.courte} href={paths.lettre.href({ id: lettre.id })}>
              <span>{lettre.agent}</span>
              <span className={classes.detail}>{attenteDe(joursDAttente(lettre.depuisLe, jour))}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function attenteDe(jours: number | null): string {
  if (jours === null) return 'date d’envoi inconnue'
  return jours === 0 ? 'depuis aujourd’hui' : `depuis ${compte(jours, 'jour')}`
}
