import { Button } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import type { PremiersPas as Faits } from '../../../shared/domain/aujourdhui/aujourdhui'
import { compte } from '../../../shared/nombres'
import { paths } from '../../paths'
import { aLEcran } from '../../ui/format'
import { Section } from '../../ui/section'
import classes from './aujourdhui.module.css'

interface Pas {
  cle: keyof Faits
  titre: string
  aide: string
  un: string
  plusieurs: string
  action: string
  href: string
}

const pas: readonly Pas[] = [
  {
    cle: 'etablissements',
    titre: 'Importer l’annuaire des établissements',
    aide: 'Le fichier ouvert de l’annuaire de l’éducation : rien ne se ressaisit.',
    un: 'établissement ouvert',
    plusieurs: 'établissements ouverts',
    action: 'Importer l’annuaire…',
    href: paths.importAnnuaire.href({}),
  },
  {
    cle: 'agents',
    titre: 'Importer votre classeur de suivi',
    aide: 'Les agents, leurs affectations et leurs lettres, tels qu’ils sont dans votre classeur Excel.',
    un: 'agent',
    plusieurs: 'agents',
    action: 'Importer un classeur…',
    href: paths.importClasseur.href({}),
  },
  {
    cle: 'reseaux',
    titre: 'Décrire les réseaux',
    aide: 'FOQUALE, PSAD, relais : leurs établissements et qui les coordonne.',
    un: 'réseau',
    plusieurs: 'réseaux',
    action: 'Ouvrir les réseaux',
    href: paths.reseaux.href({}),
  },
  {
    cle: 'lettres',
    titre: 'Établir les lettres de mission',
    aide: 'Préremplies d’après l’affectation de chacun, contrôlées avant la signature.',
    un: 'lettre',
    plusieurs: 'lettres',
    action: 'Ouvrir les lettres',
    href: paths.lettres.href({}),
  },
]

/** What a new register begins with; gone once each is done. */
export function PremiersPas({ faits, anneeId }: { faits: Faits; anneeId: string }) {
  const suivant = pas.find(({ cle }) => faits[cle] === 0)
  if (!suivant) return null
  const fait = pas.filter(({ cle }) => faits[cle] > 0).length
  return (
    <Section title="Premiers pas" description={`${String(fait)} sur ${String(pas.length)}, pour l’année ${anneeId}.`}>
      <ol className={classes.pas}>
        {pas.map((etape) => (
          <Etape key={etape.cle} etape={etape} nombre={faits[etape.cle]} primaire={etape === suivant} />
        ))}
      </ol>
    </Section>
  )
}

function Etape({ etape, nombre, primaire }: { etape: Pas; nombre: number; primaire: boolean }) {
  const { titre, aide, un, plusieurs, action, href } = etape
  return (
    <li className={classes.etape} data-fait={nombre > 0 || undefined}>
      {nombre > 0 ? (
        <IconCircleCheckFilled size={20} aria-label="Fait" role="img" className={classes.coche} />
      ) : (
        <IconCircle size={20} stroke={1.6} aria-label="À faire" role="img" className={classes.cercle} />
      )}
      <span className={classes.textes}>
        <span className={classes.libelle}>{titre}</span>
        <span className={classes.detail}>{nombre > 0 ? aLEcran(compte(nombre, un, plusieurs)) : aide}</span>
      </span>
      {nombre === 0 && (
        <Button component="a" href={href} variant={primaire ? 'filled' : 'default'}>
          {action}
        </Button>
      )}
    </li>
  )
}
