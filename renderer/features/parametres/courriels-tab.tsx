import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'
import { libellesGenreCourriel, piecesJointes, texteCourriel } from '../../../shared/domain/courriel/courriel'
import {
  listerTextesCourriel,
  modifierTexteCourriel,
  retablirTexteCourriel,
  type TexteAffiche,
} from '../../../shared/domain/courriel/courriel.contract'
import { useBrouillon } from '../../brouillon'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { ErrorState, Loading } from '../../ui/empty-state'
import { BoutonHistorique } from '../../journal/bouton-historique'
import { DraftOffer } from '../../ui/form/draft'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import { Badge } from '../../ui/state'
import { AdressesSignataires } from './adresses-signataires'
import classes from './parametres.module.css'

/** The texts of the draft e-mails, in the académie's own words. */
export function CourrielsTab() {
  const query = useOperation(listerTextesCourriel, {})
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  if (!query.data) return <Loading />
  return (
    <div className={classes.column}>
      <AdressesSignataires />
      {query.data.map((texte) => (
        <Texte key={texte.genre} texte={texte} />
      ))}
    </div>
  )
}

const schema = texteCourriel.pick({ objet: true, corps: true })

function Texte({ texte: { genre, objet, corps, dOrigine, champs } }: { texte: TexteAffiche }) {
  const modifier = useCommand(modifierTexteCourriel)
  const retablir = useCommand(retablirTexteCourriel)
  const cadre = useRef<HTMLDivElement>(null)
  const form = useAutosaveForm<{ objet: string; corps: string }>({
    schema,
    values: { objet, corps },
    save: (_patch, tout) => modifier.mutateAsync({ genre, ...tout }),
    draft: useBrouillon(`texteCourriel.${genre}`),
  })
  const inserer = (code: string): void => {
    const zone = cadre.current?.querySelector('textarea:not([aria-hidden])')
    if (!(zone instanceof HTMLTextAreaElement)) return
    zone.setRangeText(`{${code}}`, zone.selectionStart, zone.selectionEnd, 'end')
    zone.dispatchEvent(new InputEvent('input', { bubbles: true }))
    setTimeout(() => zone.focus())
  }
  return (
    <Section
      shows={genre}
      title={libellesGenreCourriel[genre]}
      description={`Pièces jointes : ${piecesJointes[genre]}. Une ligne dont un champ est vide n’est pas écrite.`}
      actions={
        <>
          <SaveStatus form={form} />
          <BoutonHistorique table="texteCourriel" id={genre} nom={libellesGenreCourriel[genre]} />
          {dOrigine ? (
            <Badge>Texte d’origine</Badge>
          ) : (
            <Button
              variant="default"
              loading={retablir.isPending}
              onClick={() => retablir.mutate({ genre }, { onError: notify.error })}
            >
              Revenir au texte d’origine
            </Button>
          )}
        </>
      }
    >
      <DraftOffer form={form} />
      <div ref={cadre}>
        <FormGrid columns={1}>
          <FieldText form={form} name="objet" label="Objet" required />
          <FieldTextarea form={form} name="corps" label="Texte" required rows={6} />
        </FormGrid>
      </div>
      <div className={classes.inserer}>
        <Menu position="bottom-start" withinPortal returnFocus={false}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              Insérer un champ
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.champs ?? ''}>
            {champs.map(({ code, libelle }) => (
              <Menu.Item key={code} onClick={() => inserer(code)}>
                {libelle}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </Section>
  )
}
